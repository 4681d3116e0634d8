package dev.steelyard.output.workbook;

import dev.steelyard.engine.measure.Measured;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.book.Tone;
import java.util.Locale;

/** The words for what the engine counts on its fingers, in both languages. */
public final class Words {

    public static final Name RECONCILED = new Name("✓ 相符", "✓ agrees");
    public static final Name UNRECONCILED = new Name("✗ 不符", "✗ differs");
    public static final Name NOT_CLOSED = new Name("未关账", "not closed");
    public static final Name CLOSED = new Name("已关账", "closed");
    public static final Name LATE = new Name("关账后重算", "calculated after the close");
    public static final Name TO_DATE = new Name("月初至今", "to date");
    public static final Name TRIAL = new Name("试算", "trial");

    public static final Name INCOMPLETE = new Name("试算，数据不全", "trial, incomplete");

    private Words() {}

    public static Name of(RankedScorecard.Status status) {
        return switch (status) {
            case RANKED -> new Name("已排名", "ranked");
            case VETOED -> new Name("已否决", "vetoed");
            case HELD -> new Name("待核", "held");
            case EXEMPT -> new Name("免考", "exempt");
            case INTERIM -> new Name("中期", "interim");
        };
    }

    /** A status over a column. */
    public static Name title(RankedScorecard.Status status) {
        Name name = of(status);
        return new Name(
                name.zh(),
                name.en().substring(0, 1).toUpperCase(Locale.ROOT) + name.en().substring(1));
    }

    public static Name meaning(RankedScorecard.Status status) {
        return switch (status) {
            case RANKED -> new Name("数据完整，参加排名并兑付。", "Complete; takes part in the ranking and is paid.");
            case VETOED -> new Name(
                    "有一票否决事件：分数照常显示，等级按否决处理，排在所有未否决人员之后，当期兑付扣回。",
                    "A veto event: points stay visible, grade by the veto, ranked after everyone else, payout forfeited.");
            case HELD -> new Name(
                    "缺少必需的目标或数据：不排名、不兑付，得分留空；补齐后重新运行即恢复。",
                    "A required target or datum is missing: neither ranked nor paid, scores left blank; add it and run again.");
            case EXEMPT -> new Name(
                    "当期缺勤达到一半，免考：不评等级、不排名，提成照发。",
                    "Away for half of the period or more: neither graded nor ranked, commission is paid as earned.");
            case INTERIM -> new Name(
                    "该序列按季度考核：此处为季度至今的中期结果，不排名、不兑付。",
                    "The track is scored by the quarter: figures of the quarter to date, neither ranked nor paid.");
        };
    }

    public static Tone tone(RankedScorecard.Status status) {
        return switch (status) {
            case RANKED -> Tone.PLAIN;
            case VETOED -> Tone.WORST;
            case HELD -> Tone.LOW;
            case INTERIM, EXEMPT -> Tone.QUIET;
        };
    }

    public static Name of(PayoutLine.Status status) {
        return switch (status) {
            case PAY -> new Name("支付", "pay");
            case ON_HOLD -> new Name("暂缓", "on hold");
            case CARRIED -> new Name("结转", "carried");
        };
    }

    public static Name of(Measured.Gap gap) {
        return switch (gap) {
            case NO_TARGET -> new Name("没有目标", "no target");
            case NO_DATA -> new Name("没有数据", "no data");
            case TOO_FEW_ANSWERS -> new Name("回答份数不足", "too few answers");
            case NO_DAY -> new Name("没有可计的工作日", "no available day");
            case NOT_COMPARABLE -> new Name("对比期在岗不足一半", "there for less than half of the base");
            case NO_DATASET -> new Name("数据集未提供", "dataset not delivered");
        };
    }

    /** What absent data does to the person. */
    public static Name effect(Indicator.Missing missing) {
        return switch (missing) {
            case SKIP -> new Name("权重分摊给同维度其他指标", "weight goes to the dimension's others");
            case ZERO -> new Name("按 0 计", "counts as 0");
            case HOLD -> new Name("该员工待核", "the person is held");
        };
    }

    public static Name of(Severity severity) {
        return switch (severity) {
            case ERROR -> new Name("✗ 错误", "✗ error");
            case WARNING -> new Name("! 警告", "! warning");
            case NOTE -> new Name("i 提示", "i note");
        };
    }

    public static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.WORST;
            case WARNING -> Tone.LOW;
            case NOTE -> Tone.PLAIN;
        };
    }
}
