package dev.steelyard.engine.problem;

import static dev.steelyard.engine.problem.Severity.ERROR;
import static dev.steelyard.engine.problem.Severity.NOTE;
import static dev.steelyard.engine.problem.Severity.WARNING;

/**
 * The catalogue: every code with its text and its remedy in Chinese and English. Slots in braces are filled from the
 * {@link Problem}. Codes are public: people search for them, and tests hold the full text of each.
 */
public enum ProblemCode {
    FILE_MISSING(
            ERROR,
            "缺少必需的数据集「{title}」（{dataset}）。",
            "请把文件名以「{stems}」开头的导出文件放入输入文件夹。",
            "The required dataset {dataset} is missing.",
            "Put an export whose name begins with one of {stems} into the input folder."),
    FILE_UNREADABLE(
            ERROR,
            "文件无法读取：{reason}",
            "请重新导出该文件，或用 Excel 另存为 .xlsx 后再运行。",
            "The file cannot be read: {reason}",
            "Export the file again, or save it as .xlsx, then run again."),
    FILE_FORMAT(
            ERROR,
            "无法读取 {format} 格式的文件。",
            "请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后再运行。",
            "Files of the format {format} cannot be read.",
            "Open the file in a spreadsheet program, save it as .xlsx and run again."),
    FILE_ENCRYPTED(
            ERROR,
            "工作簿设有打开密码，无法读取。",
            "请在 Excel 中取消密码（文件 → 信息 → 保护工作簿）后保存，再运行。",
            "The workbook is protected by a password.",
            "Remove the password in the spreadsheet program, save and run again."),
    FILE_DAMAGED(
            ERROR,
            "文件已损坏，或不是有效的 Excel 工作簿（{detail}）。",
            "请重新导出，或用 Excel 打开并另存为 .xlsx 后再运行。",
            "The file is damaged, or is no valid Excel workbook ({detail}).",
            "Export it again, or open it in a spreadsheet program, save it as .xlsx and run again."),
    FILE_ENCODING(
            ERROR,
            "第 {line} 行有无法识别的字节：文件不是完整的 {charset} 文本。",
            "请重新导出；用 Excel 时另存为“CSV UTF-8（逗号分隔）”。",
            "Line {line} holds bytes that are no {charset} text.",
            "Export the file again; from a spreadsheet program save it as CSV UTF-8."),
    FILE_LIMIT(
            ERROR,
            "工作簿解压后超出安全限制（{setting} = {limit}），未读取。",
            "如确认文件无误，请拆成几个较小的文件，或调高设置 {setting}。",
            "The workbook unpacks to more than is safe ({setting} = {limit}); it was not read.",
            "If the file is genuine, cut it into smaller files or raise the setting {setting}."),
    SHEET_IGNORED(
            WARNING,
            "工作表「{sheet}」没有完整的表头（缺少列 {missing}），未读取。",
            "如该表含有数据，请补齐表头；否则无需处理。",
            "Sheet {sheet} has no complete header (columns {missing} are missing); it was not read.",
            "If it holds data, complete its header; otherwise there is nothing to do."),
    FILE_UNMATCHED(
            WARNING,
            "文件名不属于任何数据集，未读取。",
            "如需读取，请把文件名改为以数据集名称开头，例如「销售明细」或 orders。",
            "The file's name belongs to no dataset; it was not read.",
            "If it should be read, begin its name with a dataset's name, such as orders or 销售明细."),
    HEADER_MISSING(
            ERROR,
            "前 30 行中找不到表头：缺少列 {missing}；最接近的一行有 {found}。",
            "请补齐缺少的列，或在 jobs/exports.yaml 中为该列增加别名。",
            "No header row in the first 30 rows: columns {missing} are missing; the nearest row has {found}.",
            "Add the missing columns, or add an alias for them to jobs/exports.yaml."),
    HEADER_DOUBLED(
            ERROR,
            "列「{column}」出现多次：{found}。",
            "请只保留一列。",
            "Column {column} stands more than once: {found}.",
            "Keep only one of them."),
    COLUMN_COUNT(
            ERROR,
            "该行有 {found} 列，表头有 {expected} 列。",
            "请检查该行多余或缺少的分隔符与引号，改正后重新导出。",
            "The row has {found} columns, the header has {expected}.",
            "Look for a surplus or missing delimiter or quote in the row, mend it and export again."),
    RECORD_BROKEN(
            ERROR,
            "该行的引号不成对，无法拆分为列。",
            "请补上或删除多余的引号后重新导出。",
            "The row's quotes do not match, so it cannot be cut into columns.",
            "Add the missing quote or remove the surplus one, and export again."),
    RECORD_TOO_LONG(
            ERROR,
            "从该行开始的引号超过 20 行仍未闭合；该行被拒绝，从下一行继续读取。",
            "请检查该行的引号。",
            "A quote opened in this row is not closed within 20 lines; the row is rejected, reading resumes at the next.",
            "Look for an unmatched quote in this row."),
    RECORD_TOO_BIG(
            ERROR,
            "该行超过 1 MiB，不可能是一条记录；该行被拒绝，从下一行继续读取。",
            "请检查该行是否缺少换行或混入其他内容。",
            "The row is longer than 1 MiB and cannot be a record; it is rejected, reading resumes at the next line.",
            "Look for a missing line end or foreign content in this row."),
    CELL_BLANK(
            ERROR,
            "列「{column}」为空，但该列必须填写。",
            "请填写后重新导出。",
            "Column {column} is blank, but must be filled.",
            "Fill it in and export again."),
    CELL_NOT_A_NUMBER(
            ERROR,
            "列「{column}」：“{value}” 不是数字{detail}。",
            "请改为数字，例如 12000 或 12,000.50，然后重新导出。",
            "Column {column}: \"{value}\" is not a number{detail}.",
            "Write a number such as 12000 or 12,000.50, and export again."),
    CELL_NOT_A_PERCENT(
            ERROR,
            "列「{column}」：“{value}” 不是百分比。",
            "请写成 12.5% 或 0.125。",
            "Column {column}: \"{value}\" is not a percentage.",
            "Write it as 12.5% or 0.125."),
    CELL_NOT_A_DATE(
            ERROR,
            "列「{column}」：“{value}” 不是日期。",
            "请写成 2026-09-01 或 2026/9/1。",
            "Column {column}: \"{value}\" is not a date.",
            "Write it as 2026-09-01 or 2026/9/1."),
    CELL_NOT_A_DATE_TIME(
            ERROR,
            "列「{column}」：“{value}” 不是日期时间。",
            "请写成 2026-09-01 14:30。",
            "Column {column}: \"{value}\" is not a date with a time.",
            "Write it as 2026-09-01 14:30."),
    CELL_NOT_YES_NO(
            ERROR,
            "列「{column}」：“{value}” 不是“是/否”。",
            "请写成 是 或 否（Y/N、true/false、1/0 亦可）。",
            "Column {column}: \"{value}\" is neither yes nor no.",
            "Write Y or N (是/否, true/false, 1/0 are read too)."),
    CELL_NOT_A_PERIOD(
            ERROR,
            "列「{column}」：“{value}” 不是周期。",
            "请写成 2026-09（月）、2026-Q3（季）或 2026（年）。",
            "Column {column}: \"{value}\" is not a period.",
            "Write 2026-09 (a month), 2026-Q3 (a quarter) or 2026 (a year)."),
    CELL_NOT_A_CHOICE(
            ERROR,
            "列「{column}」：“{value}” 不在允许的取值内。",
            "允许的取值：{choices}。",
            "Column {column}: \"{value}\" is not one of the values that are allowed.",
            "Allowed: {choices}."),
    CELL_OUT_OF_RANGE(
            ERROR,
            "列「{column}」：“{value}” 超出范围 {range}。",
            "请核对后改正。",
            "Column {column}: \"{value}\" lies outside {range}.",
            "Check and correct it."),
    CELL_DAMAGED_ID(
            ERROR,
            "列「{column}」：“{value}” 是被 Excel 改写过的编号（科学计数法或已四舍五入）。",
            "请把该列设为“文本”格式后从源系统重新导出。",
            "Column {column}: \"{value}\" is an id that a spreadsheet rewrote (scientific notation or rounded).",
            "Format the column as text and export again from the source system."),
    CELL_UNSAFE_ID(
            ERROR,
            "列「{column}」的编号 “{value}” 以 = + - @ 开头或含控制字符，表格软件会把它当成公式。",
            "请在来源系统改正编号（以字母或数字开头）后重新导出。",
            "Column {column}: the id \"{value}\" begins with = + - @ or holds a control character; a spreadsheet takes it for a formula.",
            "Correct the id in the source system (a letter or digit first) and export again."),
    CELL_MERGED_NUMBER(
            ERROR,
            "列「{column}」的数值单元格是合并单元格，无法判断属于哪一行。",
            "请取消合并并逐行填写。",
            "The number in column {column} is a merged cell, so it is unclear which row it belongs to.",
            "Unmerge the cells and fill in each row."),
    CELL_ERROR(
            ERROR,
            "列「{column}」的单元格是错误值 {value}。",
            "请修正公式后重新导出。",
            "The cell in column {column} holds the error {value}.",
            "Mend the formula and export again."),
    CELL_TOO_LONG(
            ERROR,
            "列「{column}」的内容过长（{length} 个字符）。",
            "请缩短到 {limit} 个字符以内。",
            "The content of column {column} is too long ({length} characters).",
            "Shorten it to at most {limit} characters."),
    ROW_ORDER(
            ERROR,
            "「{left}」应不大于「{right}」，但分别为 {leftValue} 与 {rightValue}。",
            "请核对这两列后改正。",
            "{left} must not exceed {right}, but they are {leftValue} and {rightValue}.",
            "Check the two columns and correct them."),
    ROW_UNKNOWN_REFERENCE(
            ERROR,
            "列「{column}」：“{value}” 在「{target}」中不存在。",
            "请改正编号，或把它补入「{target}」。",
            "Column {column}: \"{value}\" is not in {target}.",
            "Correct the id, or add it to {target}."),
    ROW_KEY_CONFLICT(
            ERROR,
            "主键 {value} 有内容不同的多行，全部拒绝。其他位置：{others}。",
            "请只保留正确的一行。",
            "The key {value} stands in several rows with different content; all are rejected. Others: {others}.",
            "Keep only the correct row."),
    ROW_DUPLICATE(
            NOTE,
            "与 {first} 完全相同的重复行，未计入。",
            "无需处理；可从导出中删除。",
            "The row is the same as {first}; it is not counted.",
            "Nothing to do; it may be removed from the export."),
    TOTAL_DIFFERS(
            WARNING,
            "合计行的「{column}」为 {value}，各行之和为 {expected}。",
            "请核对导出是否缺行。",
            "The total row says {value} for {column}, the rows sum to {expected}.",
            "Check whether the export lacks rows."),
    TARGET_MISSING(
            ERROR,
            "{person} 缺少 {period} 的目标「{indicator}」，补上之前没有最终得分。",
            "请在「目标」中补充后重新运行。",
            "{person} has no target {indicator} for {period}, and no final score until it is there.",
            "Add it to targets and run again."),
    INDICATOR_MISSING(
            ERROR,
            "{person} 的指标「{indicator}」没有数据，补上之前没有最终得分。",
            "请补充数据后重新运行。",
            "{person} has no data for {indicator}, and no final score until they are there.",
            "Add the data and run again."),
    NO_DATA(
            ERROR,
            "{person} 在 {period} 没有任何可评分的数据，没有最终得分。",
            "请核对该员工的数据是否已导出。",
            "{person} has nothing to be scored on in {period}, and no final score.",
            "Check whether the person's data were exported."),
    TEAM_SCORE_MISSING(
            WARNING,
            "团队 {team} 没有市场份额或份额目标，成员的最终得分等于个人得分。",
            "请补充大区 {region} 的市场份额，或团队的市场份额目标（指标 share_attainment）。",
            "Team {team} has no market share or no share target; its members' final is their individual score.",
            "Add the market share of region {region} or the target share_attainment."),
    EVENT_NOT_DATED(
            WARNING,
            "事件 {value} 已属实但没有核实日期，未计入。",
            "请补充核实日期后重新运行。",
            "Event {value} is verified but has no verified_date; it was not counted.",
            "Fill in verified_date and run again."),
    CALIBRATION_REFUSED(
            WARNING,
            "校准 {value} 未生效：{reason}。",
            "校准须有理由及至少两位不同的批准人。",
            "Calibration {value} has no effect: {reason}.",
            "A calibration needs a reason and at least two different approvers."),
    APPEAL_INEFFECTIVE(
            WARNING,
            "申诉 {value} 已成立但无法生效：{reason}。",
            "请核对指标、效果与数值。",
            "Appeal {value} was upheld but has no effect: {reason}.",
            "Check its indicator, effect and value."),
    APPEAL_LATE(
            WARNING,
            "申诉 {value} 提交于 {day}，晚于截止日 {due}。",
            "由委员会决定是否受理；成立的申诉照常生效。",
            "Appeal {value} was submitted on {day}, after the last day {due}.",
            "The committee decides whether to hear it; where it is upheld it takes effect all the same."),
    APPEAL_OVERDUE(
            WARNING,
            "{person} 的申诉 {value} 应在 {due} 前决定，至今未决。",
            "请委员会尽快决定，并在「申诉」中填写结论、时间与决定人。",
            "Appeal {value} of {person} was to be decided by {due} and is not.",
            "Let the committee decide, and write decision, time and who decided into appeals."),
    HELD_FOR_LOST(
            WARNING,
            "{person} 在 {period} 的兑付因 {reference} 暂缓，但登记表中已没有它；继续暂缓，不结算。",
            "请把该事件或申诉补回登记表，并写明结论。",
            "The payout of {person} for {period} waits for {reference}, which the register does not have any more; it goes on"
                    + " waiting.",
            "Put the event or appeal back into its register, with what was decided."),
    PERIOD_NOT_CLOSED(
            WARNING,
            "{period} 未按方案 {plan} 关账，不计入 {year} 年。",
            "请关账（steelyard close {period}）后重新运行年结；该周期不应计入时无需处理。",
            "{period} is not closed under plan {plan} and does not count towards {year}.",
            "Close it (steelyard close {period}) and run the year again; where it should not count there is nothing to do."),
    NO_CLOSED_PERIOD(
            ERROR,
            "{person} 在 {period} 年没有已关账且已评分的周期，待核。",
            "请先将其考核周期关账，再重新运行年结；当期确未评分时无需处理。",
            "{person} was not scored in any closed period of {period} and is held.",
            "Close the periods in which the person was scored, and run the year again; where there are none there is nothing to do."),
    SALARY_MISSING(
            ERROR,
            "{person} 没有月工资，按月工资计算的年度奖金未发放。",
            "请在「花名册」中补充月工资后重新运行。",
            "{person} has no monthly salary; the yearly bonuses that go by it are not paid.",
            "Add the monthly salary to employees and run again."),
    COMPLIANCE_BONUS_NONE(
            NOTE,
            "团队 {team} 的年度合规得分为 {points}，系数为 0，不发合规奖金。",
            "核对无误则无需处理。",
            "Team {team} has {points} in yearly compliance, a factor of 0: no compliance bonus is paid.",
            "If that is right there is nothing to do."),
    COMPLIANCE_BONUS_UNKNOWN(
            WARNING,
            "团队 {team} 没有成员有年度合规得分，合规奖金无法计算，未发放。",
            "请核对该团队各成员的状态与已关账的周期；更正后重新运行。",
            "No member of team {team} has a yearly compliance score: the compliance bonus cannot be calculated and is not paid.",
            "Check the status of the team's members and which periods are closed; run again when mended."),
    NO_VIOLATION_BONUS_LOST(
            NOTE,
            "团队 {team} 在年内有属实的重大或否决事件（{events}），不发全年无重大违规奖。",
            "核对无误则无需处理；事件经申诉撤销后重新运行。",
            "Team {team} had a verified major or veto event in the year ({events}): the no-violation bonus is not paid.",
            "If that is right there is nothing to do; run again where an event is dismissed on appeal."),
    EXCESS_PROFIT_UNSHARED(
            WARNING,
            "团队 {team} 的超额利润分享 {amount} 没有人可以分享，未发放：没有成员已排名且等级不低于 {grade}。",
            "请核对团队成员的状态与等级；更正后重新运行。",
            "Nobody shares the excess profit of team {team}, {amount}, so it is not paid: no member is ranked with grade {grade} or"
                    + " better.",
            "Check the status and grades of the team's members; correct what is wrong and run again."),
    TEAM_POOL_EMPTY(
            NOTE,
            "团队 {team} 的团队绩效池为 0：没有成员既已排名又有可计提的提成，没有可分配的金额。",
            "核对无误则无需处理。",
            "The team pool of team {team} is 0: no member is ranked and has commission to put in, so nothing is given back.",
            "If that is right there is nothing to do."),
    CALENDAR_YEAR_UNKNOWN(
            ERROR,
            "工作日历没有 {year} 年的数据。",
            "请把国务院公布的放假安排写入 jobs/calendar/{year}.yaml。",
            "The working-day calendar does not hold {year}.",
            "Write the announced days off into jobs/calendar/{year}.yaml."),
    DATASET_ABSENT(
            WARNING,
            "没有可选数据集「{title}」（{dataset}），读取它的指标按缺失处理。",
            "如有该数据，请放入输入文件夹后重新运行。",
            "The optional dataset {dataset} is absent; indicators that read it count as missing.",
            "If there is such data, put it into the input folder and run again."),
    FILE_TWICE(
            ERROR,
            "与文件 {first} 内容完全相同：同一份导出放了两次，或有一份是误存的旧文件。",
            "请删除其中一份；若本应是另一份导出，请重新导出。",
            "The file is the same as {first}: one export lies there twice, or an old one under a new name.",
            "Remove one of them; if it should be another export, export that again."),
    ROW_CORRECTED(
            NOTE,
            "该行按更正 {by} 读取，代替原来被拒绝的内容。",
            "源文件改正之前，请把更正文件留在输入文件夹中。",
            "The row was read as corrected in {by}, in place of what was rejected.",
            "Leave the correction in the input folder until the export itself is mended."),
    CORRECTION_NEEDLESS(
            NOTE,
            "更正未采用：{original} 并未被拒绝。",
            "无需处理；如该行仍有误，请在源系统中改正后重新导出。",
            "The correction was not taken: {original} is not rejected.",
            "Nothing to do; if the row is still wrong, mend it in the source system and export again."),
    CORRECTION_LOST(
            NOTE,
            "更正未采用：找不到 {original} 这一行，或该文件的表头已改变。",
            "如文件已重新导出，请删除旧的更正文件，以新的拒绝清单为准。",
            "The correction was not taken: there is no row {original}, or its file has another header.",
            "If the file was exported again, remove the old correction and use the new list of rejected rows."),
    CORRECTION_TWICE(
            WARNING,
            "更正未采用：{original} 有几处内容不同的更正。",
            "请只保留其中一处。",
            "The correction was not taken: {original} is corrected in several places, and differently.",
            "Keep only one of them."),
    CORRECTION_UNREADABLE(
            WARNING,
            "更正文件中没有可读取的拒绝清单（需要列 {missing}）。",
            "请使用系统发布的 rejects 工作簿，改正其中的单元格，不要删除前几列。",
            "The correction holds no list of rejected rows (columns {missing} are needed).",
            "Use the rejects workbook that was published, correct its cells and keep its first columns.");

    private final Severity severity;
    private final String zhMessage;
    private final String zhFix;
    private final String enMessage;
    private final String enFix;

    ProblemCode(Severity severity, String zhMessage, String zhFix, String enMessage, String enFix) {
        this.severity = severity;
        this.zhMessage = zhMessage;
        this.zhFix = zhFix;
        this.enMessage = enMessage;
        this.enFix = enFix;
    }

    public Severity severity() {
        return severity;
    }

    /** The public code: {@code E-TARGET-MISSING}. */
    public String code() {
        return severity.name().charAt(0) + "-" + name().replace('_', '-');
    }

    String message(String language) {
        return language.equals("zh") ? zhMessage : enMessage;
    }

    String fix(String language) {
        return language.equals("zh") ? zhFix : enFix;
    }
}
