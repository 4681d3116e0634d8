@echo off
rem Runs Steelyard. Builds it first where it was never built or where its sources are newer.
rem
rem   steelyard run month-end --period 2026-09 --inputs DIR
rem
rem JAVA_OPTS goes to Java (set JAVA_OPTS=-Xmx2g), STEELYARD_HOME names another folder with jobs\.
setlocal
set "base=%~dp0"
set "base=%base:~0,-1%"
if not defined STEELYARD_HOME set "STEELYARD_HOME=%base%"

rem Chinese in the window.
chcp 65001 >nul

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo Java was not found: install a JDK 17 or later. 1>&2
    exit /b 6
)

set "jar=%base%\target\steelyard.jar"
set "stamp=%base%\target\steelyard.built"
set "stale="
if not exist "%jar%" set "stale=yes"
if not defined stale if exist "%base%\pom.xml" (
    if not exist "%stamp%" (
        set "stale=yes"
    ) else (
        for /f %%i in ('powershell -NoProfile -Command "$s=(Get-Item -LiteralPath $env:stamp).LastWriteTime; if (Get-ChildItem -LiteralPath ($env:base+'\pom.xml'),($env:base+'\src\main') -Recurse -File | Where-Object { $_.LastWriteTime -gt $s } | Select-Object -First 1) { 'yes' }"') do set "stale=%%i"
    )
)
if defined stale (
    echo Building ... 1>&2
    pushd "%base%"
    call mvn -q -B -DskipTests -Dspotless.check.skip=true package 1>&2
    if errorlevel 1 (
        popd
        echo The build failed, see above. 1>&2
        exit /b 6
    )
    popd
    if exist "%base%\target\unpacked" rmdir /s /q "%base%\target\unpacked"
    type nul > "%stamp%"
)

rem Unpacked it starts in half the time; where that cannot be written the jar itself runs.
set "unpacked=%base%\target\unpacked\steelyard.jar"
if not exist "%unpacked%" "%java%" -Djarmode=tools -jar "%jar%" extract --force --destination "%base%\target\unpacked" >nul 2>&1
if not exist "%unpacked%" set "unpacked=%jar%"

rem A run is done before the second compiler pays, for who does it and for who helps, and one collector is enough for its heap.
set "compiler=-XX:TieredStopAtLevel=1 -XX:+UseParallelGC"
for %%v in (run simulate close compare schedule worker) do if "%~1"=="%%v" set "compiler=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:NewRatio=5 -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30"
"%java%" %compiler% %JAVA_OPTS% -Dfile.encoding=UTF-8 -jar "%unpacked%" %*
exit /b %errorlevel%
