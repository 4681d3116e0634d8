package dev.steelyard.input.planfile.mistake;

/**
 * The catalogue of what can be wrong with a plan, job, exports or calendar file: for each code what is wrong, what was
 * expected and how to mend it, in Chinese and English. Slots in braces are filled from the {@link Mistake}. Codes are
 * public: people search for them, and a test holds the full text of each.
 */
public enum PlanError {

    // The file
    FILE_MISSING(
            "找不到文件",
            "应是一个可读的 YAML 文件",
            "请检查路径，或用 --home 指明含有 jobs 的文件夹",
            "The file is not there",
            "a YAML file that can be read",
            "check the path, or say with --home where the folder jobs is"),
    FILE_UNREADABLE(
            "文件无法读取：{reason}",
            "应是一个可读的 YAML 文件",
            "请检查文件的访问权限",
            "The file cannot be read: {reason}",
            "a YAML file that can be read",
            "check the file's permissions"),
    FILE_TOO_BIG(
            "文件有 {bytes} 字节",
            "不超过 {limit} 字节",
            "请确认这是方案文件而不是数据文件",
            "The file has {bytes} bytes",
            "at most {limit} bytes",
            "check that this is a plan and not data"),
    FILE_NOT_UTF8(
            "文件不是 UTF-8 编码",
            "应为 UTF-8",
            "请用编辑器另存为 UTF-8 编码",
            "The file is not UTF-8 text",
            "UTF-8",
            "save it as UTF-8 in an editor"),
    FILE_EMPTY(
            "文件里没有内容",
            "应有键和值",
            "请从 jobs 中的样例开始编写",
            "The file says nothing",
            "keys and values",
            "begin with one of the files in jobs"),
    JOB_UNKNOWN(
            "没有名为「{job}」的作业",
            "jobs 中有：{known}",
            "是否想写「{nearest}」？也可写作业文件的路径",
            "There is no job {job}",
            "one of jobs: {known}",
            "did you mean {nearest}? A path to a job file will do too"),

    // YAML
    YAML_SYNTAX(
            "YAML 语法有误：{problem}",
            "应为合法的 YAML",
            "请检查此处的缩进、冒号后的空格、引号和括号",
            "This is not YAML: {problem}",
            "valid YAML",
            "check the indent, the space after the colon, quotes and brackets here"),
    YAML_TAB(
            "用制表符缩进",
            "应用空格缩进",
            "请把制表符换成两个空格",
            "The line is indented by a tab",
            "spaces",
            "replace the tab by two spaces"),
    YAML_NOT_PLAIN(
            "使用了锚点、别名或标签（& * !）",
            "只用普通的键、值和列表",
            "请把内容直接写出；以 & * ! 开头的文字请加引号",
            "An anchor, alias or tag (& * !) is used",
            "plain keys, values and lists",
            "write the content out; put a text that begins with & * ! in quotes"),
    YAML_SECOND_DOCUMENT(
            "文件里有第二个文档（---）",
            "一个文件一个文档",
            "请删除 --- 或拆成两个文件",
            "A second document (---) begins",
            "one document a file",
            "remove the --- or make two files"),
    YAML_TOO_DEEP(
            "嵌套超过 {limit} 层",
            "不超过 {limit} 层",
            "请检查括号是否闭合",
            "More than {limit} levels are nested",
            "at most {limit} levels",
            "check that every bracket is closed"),
    KEY_NOT_A_WORD(
            "键不是一个词",
            "键应为一个词，后接冒号",
            "请检查此处的括号和冒号",
            "The key is not a word",
            "one word followed by a colon",
            "check brackets and colons here"),
    KEY_TWICE(
            "键「{key}」已在第 {line} 行出现",
            "每个键只写一次",
            "请删除或改名其中一个",
            "The key {key} stands in line {line} already",
            "each key once",
            "remove or rename one of them"),

    // Keys and values
    KEY_UNKNOWN(
            "未知的键「{key}」",
            "此处可用的键：{known}",
            "是否想写「{nearest}」？",
            "Unknown key {key}",
            "one of {known}",
            "did you mean {nearest}?"),
    KEY_MISSING(
            "缺少键「{key}」",
            "此处必须有「{key}」",
            "请补上「{key}: …」",
            "The key {key} is missing",
            "{key} must be said here",
            "add \"{key}: …\""),
    VALUE_MISSING(
            "「{key}」没有值",
            "应在冒号后写出值",
            "请补上值，或删除该键",
            "{key} has no value",
            "a value after the colon",
            "write one, or remove the key"),
    NOT_A_MAPPING(
            "此处不是“键: 值”的结构",
            "应为若干“键: 值”",
            "请按相邻条目的写法改正",
            "This is not a set of keys",
            "keys, each with a value",
            "write it as its neighbours are written"),
    NOT_A_LIST(
            "此处不是列表",
            "应为 [甲, 乙] 或以“- ”开头的各行",
            "只有一项时也请写成 [一项]",
            "This is not a list",
            "[one, two], or lines that begin with \"- \"",
            "write [one] even for a single item"),
    NOT_A_VALUE(
            "此处应为单个值",
            "一个词、数字或日期",
            "请去掉此处的列表或键",
            "A single value should stand here",
            "one word, number or date",
            "remove the list or the keys"),
    NOT_A_NUMBER(
            "“{value}”不是数字",
            "十进制数或百分比，例如 0.8%、-20%、1.5",
            "请改为数字",
            "\"{value}\" is not a number",
            "a decimal or a percentage such as 0.8%, -20%, 1.5",
            "write a number"),
    NOT_A_WHOLE_NUMBER(
            "“{value}”不是整数",
            "不小于 0 的整数，例如 6",
            "请改为整数",
            "\"{value}\" is not a whole number",
            "a whole number from 0 up, such as 6",
            "write a whole number"),
    NOT_POINTS(
            "“{value}”不是分值",
            "最多两位小数的数，例如 60 或 83.5",
            "请改为分值",
            "\"{value}\" is not a number of points",
            "a number with at most 2 decimals, such as 60 or 83.5",
            "write points"),
    NOT_YES_NO(
            "“{value}”不是是或否",
            "true 或 false（yes、no 亦可）",
            "请改为 true 或 false",
            "\"{value}\" is neither yes nor no",
            "true or false (yes and no will do)",
            "write true or false"),
    NOT_A_DATE(
            "“{value}”不是日期",
            "例如 2026-01-01",
            "请按 年-月-日 书写",
            "\"{value}\" is not a date",
            "a date such as 2026-01-01",
            "write year-month-day"),
    NOT_A_TIME(
            "“{value}”不是一天中的时间",
            "例如 03:00 或 18:30",
            "请按 时:分 书写，小时两位",
            "\"{value}\" is not a time of day",
            "a time such as 03:00 or 18:30",
            "write hours and minutes, two digits each"),
    NOT_A_SPAN(
            "“{value}”不是日期或起止日期",
            "例如 2026-10-01 或 2026-10-01..2026-10-07，且结束不早于开始",
            "请按 年-月-日..年-月-日 书写",
            "\"{value}\" is not a day or a span of days",
            "a day such as 2026-10-01, or 2026-10-01..2026-10-07 with the end not before the beginning",
            "write year-month-day..year-month-day"),
    NOT_A_PERIOD(
            "“{value}”不是本作业的周期",
            "周期，例如 {example}",
            "请改为 {example} 的形式",
            "\"{value}\" is not a period of this job",
            "a period such as {example}",
            "write it like {example}"),
    NOT_AN_AMOUNT(
            "“{value}”不是金额",
            "不带千分位的十进制数，例如 1234567.89",
            "请去掉千分位与单位",
            "\"{value}\" is not an amount",
            "a decimal without separators such as 1234567.89",
            "leave out separators and units"),
    NOT_AN_ID(
            "“{value}”不能作为编号",
            "小写字母、数字和连字符，例如 month-end",
            "请改名：它也用在文件、文件夹或环境变量的名称中",
            "\"{value}\" cannot be an id",
            "lower-case letters, digits and hyphens, such as month-end",
            "rename it: files, folders or variables are named by it"),
    NOT_A_ZONE(
            "“{value}”不是时区",
            "例如 Asia/Shanghai",
            "请写时区名称",
            "\"{value}\" is not a time zone",
            "a zone such as Asia/Shanghai",
            "write the zone's name"),
    NOT_A_WINDOW(
            "“{value}”不是时间窗口",
            "可用：{known}",
            "是否想写「{nearest}」？",
            "\"{value}\" is not a window",
            "one of {known}",
            "did you mean {nearest}?"),
    NOT_A_CURRENCY(
            "“{value}”不是货币代码",
            "ISO 4217 代码，例如 CNY",
            "请改为三个字母的货币代码",
            "\"{value}\" is not a currency",
            "an ISO 4217 code such as CNY",
            "write the code of three letters"),
    NOT_A_CHOICE(
            "“{value}”不在可选的词中",
            "可选：{known}",
            "是否想写「{nearest}」？",
            "\"{value}\" is not one of the words that fit here",
            "one of {known}",
            "did you mean {nearest}?"),
    REFUSED(
            "此处的内容互相矛盾：{reason}",
            "应满足该条要求",
            "请按说明改正",
            "What stands here does not fit together: {reason}",
            "what the message asks for",
            "correct it accordingly"),
    OUT_OF_RANGE(
            "{value} 超出范围",
            "{range}",
            "请改为范围内的数",
            "{value} lies outside the range",
            "{range}",
            "write a number within it"),

    // Names that must exist
    DATASET_UNKNOWN(
            "没有数据集「{name}」",
            "exports.yaml 中的数据集：{known}",
            "是否想写「{nearest}」？新数据集请先写入 exports.yaml",
            "There is no dataset {name}",
            "a dataset of exports.yaml: {known}",
            "did you mean {nearest}? Put a new dataset into exports.yaml first"),
    COLUMN_UNKNOWN(
            "数据集「{dataset}」没有列「{name}」",
            "可用的列：{known}",
            "是否想写「{nearest}」？",
            "The dataset {dataset} has no column {name}",
            "one of {known}",
            "did you mean {nearest}?"),
    COLUMN_TYPE(
            "列「{name}」的类型是 {type}",
            "此处需要：{types}",
            "请换一列，或在 exports.yaml 中改正其类型",
            "The column {name} is of type {type}",
            "a column of type {types}",
            "name another column, or correct its type in exports.yaml"),
    REFERENCE_UNKNOWN(
            "「{name}」无法从数据集「{dataset}」查到",
            "可查：{known}",
            "前缀应是引用列去掉 _id，例如 product.lifecycle 查 product_id",
            "{name} cannot be looked up from the dataset {dataset}",
            "one of {known}",
            "the prefix is a referencing column without _id: product.lifecycle looks up product_id"),
    CHOICE_UNKNOWN(
            "列「{column}」没有取值“{value}”",
            "可用的取值：{known}",
            "是否想写「{nearest}」？",
            "The column {column} has no value \"{value}\"",
            "one of {known}",
            "did you mean {nearest}?"),
    TRACK_UNKNOWN(
            "没有序列「{name}」",
            "本方案的序列：{known}",
            "是否想写「{nearest}」？",
            "There is no track {name}",
            "a track of this plan: {known}",
            "did you mean {nearest}?"),
    TRACK_UNLISTED(
            "花名册的序列列没有取值「{name}」",
            "exports.yaml 中 employees.track 的取值：{known}",
            "请在 exports.yaml 中为 employees.track 增加该取值",
            "The roster's column track has no value {name}",
            "a choice of employees.track in exports.yaml: {known}",
            "add it to the choices of employees.track in exports.yaml"),
    DIMENSION_UNKNOWN(
            "没有维度「{name}」",
            "本方案的维度：{known}",
            "是否想写「{nearest}」？",
            "There is no dimension {name}",
            "a dimension of this plan: {known}",
            "did you mean {nearest}?"),
    INDICATOR_UNKNOWN(
            "没有指标「{name}」",
            "本方案的指标：{known}",
            "是否想写「{nearest}」？",
            "There is no indicator {name}",
            "an indicator of this plan: {known}",
            "did you mean {nearest}?"),
    TARGET_UNKNOWN(
            "没有目标「{name}」",
            "指标名，或 targets 中的名称：{known}",
            "是否想写「{nearest}」？新目标请写入 targets",
            "There is no target {name}",
            "an indicator, or a name under targets: {known}",
            "did you mean {nearest}? Put a new one under targets"),
    GRADE_UNKNOWN(
            "没有等级「{name}」",
            "本方案的等级：{known}",
            "请改为其中之一",
            "There is no grade {name}",
            "a grade of this plan: {known}",
            "write one of them"),
    VERB_UNKNOWN(
            "没有计量动词「{name}」",
            "可用：{known}",
            "是否想写「{nearest}」？",
            "There is no verb {name}",
            "one of {known}",
            "did you mean {nearest}?"),

    // Measures and facts
    VERB_NEEDS(
            "动词「{verb}」缺少「{key}」",
            "「{verb}」需要：{needs}",
            "请补上「{key}: …」",
            "The verb {verb} needs {key}",
            "{verb} needs {needs}",
            "add \"{key}: …\""),
    VERB_TAKES_NOT(
            "动词「{verb}」不用「{key}」",
            "「{verb}」可用：{known}",
            "请删除「{key}」，或换一个动词",
            "The verb {verb} does not take {key}",
            "{verb} takes {known}",
            "remove {key}, or use another verb"),
    VERB_FOR_MANAGERS(
            "「{name}」只适用于管理者序列，但「{track}」不是",
            "weight 中只写 manager: true 的序列",
            "请从 weight 中去掉「{track}」",
            "{name} works for tracks of managers only, and {track} is none",
            "a weight for tracks with manager: true alone",
            "remove {track} from weight"),
    FACTS_UNCLEAR(
            "看不出汇总什么",
            "一个汇总词和它的列，例如 sum: orders.amount 或 count: visits",
            "请只写一个：{known}",
            "It is unclear what is made of the rows",
            "one aggregate with its columns, such as sum: orders.amount or count: visits",
            "write exactly one of {known}"),
    FACTS_TWO_DATASETS(
            "各列不属于同一数据集：{names}",
            "同一数据集的列",
            "请只用一个数据集的列",
            "The columns belong to several datasets: {names}",
            "columns of one dataset",
            "use columns of one dataset alone"),
    FACTS_NO_DATE(
            "数据集「{dataset}」没有日期列，无法判断在哪个窗口",
            "一个日期列",
            "请写 date: 列名，或在 exports.yaml 中为该数据集指明 date",
            "The dataset {dataset} has no date column, so its rows are in no window",
            "a date column",
            "say date: COLUMN, or give the dataset a date in exports.yaml"),
    FACTS_NO_PERSON(
            "数据集「{dataset}」没有 employee_id 列，无法归属到人",
            "含有 employee_id 的数据集",
            "请换一个数据集，或在 exports.yaml 中为其增加 employee_id 列",
            "The dataset {dataset} has no column employee_id, so its rows belong to nobody",
            "a dataset with employee_id",
            "use another dataset, or give it the column employee_id in exports.yaml"),
    AGGREGATE_UNFIT(
            "「{aggregate}」不能用于数据集「{dataset}」",
            "「{dataset}」可用：{known}",
            "请换一个汇总词",
            "{aggregate} cannot be made of the dataset {dataset}",
            "for {dataset} one of {known}",
            "use another aggregate"),
    VERB_AGGREGATE(
            "动词「{verb}」不能用于「{aggregate}」",
            "「{verb}」可用：{known}",
            "请换一个汇总词或动词",
            "The verb {verb} does not work on {aggregate}",
            "for {verb} one of {known}",
            "use another aggregate or another verb"),
    CERTIFICATION_MISSING(
            "用到了 {aggregate}，但方案没有认证规则",
            "rules 中的 certification",
            "请在 rules 中补上 certification",
            "{aggregate} is used, but the plan has no certification rule",
            "certification under rules",
            "add certification to rules"),
    CONDITION_UNCLEAR(
            "条件「{column}」写法不明",
            "一个值、[多个值]、filled，或 above / at_least / below",
            "请按其中一种书写",
            "The condition on {column} is unclear",
            "a value, [several values], filled, or above / at_least / below",
            "write it in one of these ways"),

    // Numbers that must fit together
    WEIGHTS_SUM(
            "序列「{track}」各维度权重之和为 {sum}",
            "100",
            "请调整权重",
            "The dimension weights of track {track} sum to {sum}",
            "100",
            "adjust the weights"),
    INDICATOR_WEIGHTS_SUM(
            "序列「{track}」维度「{dimension}」各指标权重之和为 {sum}",
            "100（或全部为 0）",
            "请调整这些指标的权重：{names}",
            "The weights of the indicators of track {track} in dimension {dimension} sum to {sum}",
            "100 (or all 0)",
            "adjust the weights of {names}"),
    DIMENSION_WITHOUT_INDICATOR(
            "序列「{track}」的维度「{dimension}」有权重但没有任何计分指标",
            "至少一个权重大于 0 的指标",
            "请增加指标，或把该维度的权重改为 0",
            "The dimension {dimension} of track {track} has a weight but no indicator that is scored",
            "at least one indicator with a weight",
            "add one, or give the dimension no weight"),
    CURVE_SHORT(
            "分档只有 {count} 个点",
            "至少两个点，例如 [[0%, 0], [100%, 100]]",
            "请补上分档点",
            "The curve has {count} breakpoints",
            "at least two, such as [[0%, 0], [100%, 100]]",
            "add a breakpoint"),
    CURVE_POINT(
            "分档点应有一个值和一个分值",
            "[值, 分值]，例如 [10%, 100]",
            "请写成 [值, 分值]",
            "A breakpoint has a value and points",
            "[value, points] such as [10%, 100]",
            "write it as [value, points]"),
    CURVE_ORDER(
            "分档点 {value} 不大于前一点 {before}",
            "值严格递增的分档点",
            "请从小到大排列（分值可以递减）",
            "The breakpoint {value} does not lie above the one before, {before}",
            "breakpoints with strictly rising values",
            "put them in rising order (points may fall)"),
    TIER_ORDER(
            "阶梯 {value} 不大于前一阶梯的上限 {before}",
            "上限严格递增的阶梯",
            "请从低到高排列",
            "The tier up to {value} does not end above the one before, {before}",
            "tiers with strictly rising limits",
            "put the lowest first"),
    TIER_END(
            "第 {number} 个阶梯的 up_to 有误",
            "除最后一个外都写 up_to，最后一个不写",
            "请补上或删除 up_to",
            "The up_to of tier {number} does not fit",
            "up_to on every tier but the last",
            "add or remove up_to"),
    TIERS_NEED_TARGET(
            "有多个阶梯却没有 target",
            "写明 target 的阶梯，或单一比率",
            "请补上 target: 目标名",
            "There are several tiers but no target",
            "a target for tiers, or a single rate",
            "add target: NAME"),
    GRADES_ORDER(
            "等级「{grade}」的起点 {value} 不低于前一等级的 {before}",
            "从高到低、起点严格递减的等级",
            "请调整顺序或起点",
            "The grade {grade} begins at {value}, not below the one before, {before}",
            "grades from best to worst, each from a lower score",
            "change the order or the limit"),
    GRADES_END(
            "最后一个等级的起点是 {value}",
            "0，使每个得分都有等级",
            "请写 from: 0",
            "The last grade begins at {value}",
            "0, so that every score has a grade",
            "write from: 0"),
    GRADE_TWICE(
            "等级「{grade}」写了两次",
            "每个等级一次",
            "请删除其中一个",
            "The grade {grade} stands twice",
            "each grade once",
            "remove one of them"),
    GRADE_WITHOUT_FACTOR(
            "grade_factors 没有等级「{grade}」",
            "每个等级一个系数",
            "请补上「{grade}: 系数」",
            "grade_factors lacks the grade {grade}",
            "a factor for every grade",
            "add \"{grade}: FACTOR\""),
    STEPS_ORDER(
            "{value} 不大于前一项 {before}",
            "严格递增的各项",
            "请从小到大排列",
            "{value} is not above the one before, {before}",
            "strictly rising steps",
            "put them in rising order"),
    DATES_ORDER(
            "{to} 早于 {from}",
            "结束不早于开始",
            "请检查这两个日期",
            "{to} lies before {from}",
            "an end that is not before the beginning",
            "check both dates"),

    // Exports
    COLUMN_NEEDED(
            "数据集「{dataset}」缺少列「{name}」，引擎要直接读取它",
            "在 columns 中声明该列（可写 optional: true）",
            "请补上「{name}: …」",
            "The dataset {dataset} lacks the column {name}, which the engine itself reads",
            "the column under columns (optional: true will do)",
            "add \"{name}: …\""),
    NAME_TWICE(
            "「{name}」已属于「{first}」",
            "每个名称只属于一处",
            "请删除其中一个，否则无法分辨",
            "{name} belongs to {first} already",
            "each name in one place",
            "remove one of them: they could not be told apart"),

    // The calendar
    DAY_TWICE(
            "{day} 已在 {first} 列出",
            "每天只列一次",
            "请删除其中一个",
            "{day} stands in {first} already",
            "each day once",
            "remove one of them"),
    DAY_CONTRADICTS(
            "{day} 既是休息日又是调休上班日（{first}）",
            "只能是其中之一",
            "请按放假通知改正",
            "{day} is a day off and a make-up workday ({first})",
            "one or the other",
            "correct it by the announcement"),
    DAY_OUTSIDE(
            "{day} 不在 {year} 年",
            "该文件年份内的日子",
            "请移到那一年的文件",
            "{day} is not in {year}",
            "days of the file's year",
            "move it to that year's file"),
    DAY_NEEDLESS(
            "{day} 不在周末，本来就上班",
            "周六或周日",
            "请核对放假通知",
            "{day} is no weekend day: people work anyway",
            "a Saturday or Sunday",
            "check the announcement"),
    YEAR_TWICE(
            "{year} 年已由 {first} 给出",
            "每年一个文件",
            "请删除其中一个文件",
            "The year {year} is given by {first} already",
            "one file a year",
            "remove one of the files"),
    CALENDAR_EMPTY(
            "文件夹里没有工作日历",
            "每年一个 .yaml 文件",
            "请放入 cn-2026.yaml 这样的文件",
            "The folder holds no calendar",
            "one .yaml file a year",
            "put a file such as cn-2026.yaml into it"),

    // The schedule
    SCHEDULE_UNCLEAR(
            "schedule 没有说明何时运行，或同时写了 cron 和 working_day",
            "cron，或 working_day 加 at，二选一",
            "请写 cron: …，或 working_day: 3 和 at: 03:00",
            "The schedule does not say when, or has both cron and working_day",
            "either cron, or working_day with at",
            "write \"cron: …\", or \"working_day: 3\" with \"at: 03:00\""),
    NOT_A_CRON(
            "“{value}”不是 cron 表达式{reason}",
            "六段：秒 分 时 日 月 周，日与周之一写 ?，例如 0 0 6 8 * ?",
            "请按六段改正；也可改用 working_day 和 at",
            "\"{value}\" is not a cron expression{reason}",
            "six fields: second minute hour day month weekday, day or weekday a ?, such as 0 0 6 8 * ?",
            "mend it, or use working_day with at"),
    EXPECTED_TWICE(
            "数据集「{name}」已在 expects 中列出",
            "每个数据集只列一次",
            "请合并为一条",
            "The dataset {name} is expected already",
            "each dataset once",
            "make one entry of them"),

    // Vouchers
    VOUCHER_COMPONENT_TWICE(
            "{side} 方的「{name}」已由第 {first} 项入账",
            "每一方中，每个兑付项目只入账一次",
            "请从其中一项的 components 中删除",
            "On the {side} side {name} is booked by posting {first} already",
            "each component booked once a side",
            "remove it from the components of one of them"),
    PLACEHOLDER_UNKNOWN(
            "摘要中没有占位符「{name}」",
            "可用的占位符：{known}",
            "是否想写「{nearest}」？",
            "A summary has no placeholder {name}",
            "one of {known}",
            "did you mean {nearest}?"),
    VOUCHER_COLUMN_UNCLEAR(
            "列「{name}」没有说明填什么，或同时写了 value 和 text",
            "value 或 text 二选一",
            "请写 value: …（取值），或 text: …（固定文字）",
            "The column {name} does not say what stands in it, or has both value and text",
            "either value or text",
            "write \"value: …\", or \"text: …\" for the same text in every row"),
    VOUCHER_COLUMN_MISSING(
            "columns 中没有 value: {value} 的列",
            "科目、借方和贷方各需一列",
            "请补上 value: {value} 的列",
            "No column holds {value}",
            "a column each for account, debit and credit",
            "add a column with value: {value}"),

    // Who is told
    SECRET_IN_FILE(
            "「{key}」属于密码、密钥或带密钥的地址，不能写在文件里",
            "来自环境变量，例如 STEELYARD_MAIL_PASSWORD、STEELYARD_WEBHOOK_HR_URL",
            "请删除这一行并更换该密码，改用环境变量",
            "{key} is a secret or an address that holds one, and must not stand in a file",
            "a variable of the environment, such as STEELYARD_MAIL_PASSWORD or STEELYARD_WEBHOOK_HR_URL",
            "remove the line, change the secret, and set the variable"),
    NOT_AN_ADDRESS(
            "“{value}”不是可用的地址",
            "例如 {example}",
            "请按样例书写",
            "\"{value}\" is no address that can be used here",
            "such as {example}",
            "write it like the example");

    private final String zhMessage;
    private final String zhExpected;
    private final String zhFix;
    private final String enMessage;
    private final String enExpected;
    private final String enFix;

    PlanError(String zhMessage, String zhExpected, String zhFix, String enMessage, String enExpected, String enFix) {
        this.zhMessage = zhMessage;
        this.zhExpected = zhExpected;
        this.zhFix = zhFix;
        this.enMessage = enMessage;
        this.enExpected = enExpected;
        this.enFix = enFix;
    }

    /** The public code: {@code E-PLAN-KEY-UNKNOWN}. */
    public String code() {
        return "E-PLAN-" + name().replace('_', '-');
    }

    public String message(String language) {
        return language.equals("zh") ? zhMessage : enMessage;
    }

    public String expected(String language) {
        return language.equals("zh") ? zhExpected : enExpected;
    }

    public String fix(String language) {
        return language.equals("zh") ? zhFix : enFix;
    }
}
