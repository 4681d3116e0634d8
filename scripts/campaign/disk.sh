#!/usr/bin/env bash
# Runs onto a disk that is too small, at growing sizes until one is enough: the run must end with exit code 6, say what to do,
# and publish nothing half; with room again it must go on to the bytes of an undisturbed run. Mounts a tmpfs, and so is run as
# root.
#
#   scripts/campaign/disk.sh [STEPS]     the first size is one in STEPS of what a run leaves, and so is each step; 4 unless told otherwise
. "$(dirname -- "$0")/common.sh"
steps=${1:-4}
[ "$(id -u)" = 0 ] || fail "a disk can only be mounted as root"
undisturbed
need=$(du -sk "$bench/undisturbed" | cut -f1)
echo "It leaves $need KB; on the way it needs more."

disk=$bench/disk
mkdir "$disk"
umounting() {
    umount "$disk" 2>/dev/null
    finish
}
trap umounting EXIT

full=0
enough=
for ((i = 1; i <= 100 * steps; i++)); do
    size=$((need * i / steps))
    mount -t tmpfs -o "size=${size}k,mode=700" tmpfs "$disk" || fail "no tmpfs of $size KB"
    run "$disk/out" >"$bench/out" 2>"$bench/err"
    exit=$?
    if is_done "$exit"; then
        enough=$size
    else
        [ "$exit" = 6 ] || fail "$size KB: exit code $exit: $(tail -3 "$bench/err")"
        grep -qi "no space\|disk" "$bench/err" || fail "$size KB: what to do is not said: $(tail -3 "$bench/err")"
        phase=$(grep '…$' "$bench/err" | tail -1)
        echo "$size KB: exit 6 while ${phase:-opening the ledger}"
        mount -o "remount,size=$((need * 100))k" "$disk" || fail "the disk cannot be made larger"
        whole "$disk/out"
        run "$disk/out" >"$bench/out" 2>"$bench/err"
        exit=$?
        is_done "$exit" || fail "$size KB, then room: exit code $exit: $(tail -3 "$bench/err")"
        full=$((full + 1))
    fi
    same "$disk/out"
    umount "$disk"
    [ -z "$enough" ] || break
done
[ -n "$enough" ] || fail "no size was enough"
echo "$enough KB were enough. $full runs met a full disk; all ended with the same bytes once there was room."
