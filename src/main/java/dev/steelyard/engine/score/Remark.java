package dev.steelyard.engine.score;

import java.util.Arrays;
import java.util.List;

/** A short statement about a scorecard: why someone is held or vetoed, what was capped, what a reader should know. */
public record Remark(Kind kind, List<String> details) {

    /** The statements; {@code {0}}, {@code {1}} stand for the details. */
    public enum Kind {
        NO_TARGET("no target {0} {1}", "缺少 {1} 的目标「{0}」"),
        NO_VALUE("no data for {0}", "指标「{0}」没有数据"),
        NO_DATA("no data", "没有任何可评分的数据"),
        ROSTER_DIFFERS("roster rows differ: {0}", "花名册中有内容不同的多行：{0}"),
        ROSTER_UNREAD("roster cell cannot be read: {0}", "花名册单元格无法读取：{0}"),
        ASSIGNMENTS_OVERLAP("assignments overlap: {0}", "任职记录重叠：{0}"),
        STAY_LOST("leave or assignment cannot be read: {0}", "请假或任职记录无法读取：{0}"),
        NO_PERIOD("not scored in any period of it", "期内各周期均未评分"),
        NO_CLOSED_PERIOD("no data: no period of {0} is closed for this track", "没有数据：{0} 年该序列没有已关账的周期"),
        NOT_SCORED_WHEN_CLOSED("no data: not scored in any closed period of {0}", "没有数据：{0} 年已关账的周期内均未评分"),
        MEAN_OF("mean of {0}", "{0} 的平均"),
        VETO("veto: {1} {0} verified {2}", "一票否决：{1} {0}，核实于 {2}"),
        VETOED_IN("vetoed in {0}", "{0} 被一票否决"),
        VETO_LIFTED("veto of {0} lifted: event {1} dismissed", "{0} 的一票否决已撤销：事件 {1} 不属实"),
        GRADE_CAP("grade at most {0}: deductions {1}", "扣分合计 {1}，等级最高 {0}"),
        GRADE_CAP_OF("grade at most {0}, as in {1}", "等级最高 {0}，沿用 {1} 的封顶"),
        JOINED("joined {0}", "{0} 入职"),
        LEFT("left {0}", "{0} 离职"),
        ABSENT("absent {0} days", "缺勤 {0} 天"),
        EXEMPT("exempt", "免考"),
        NO_TEAM_SCORE("no team score: final = individual", "没有团队得分，最终得分 = 个人得分"),
        EXPLORATION("exploration period: {0} at least {1}", "探索期：{0} 不低于 {1}"),
        POINTS_CAP("{0}: points at most {1}", "{0}：得分不超过 {1}"),
        APPEAL("appeal {0}: {1}", "申诉 {0}：{1}");

        private final String en;
        private final String zh;

        Kind(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }
    }

    public static Remark of(Kind kind, Object... details) {
        return new Remark(kind, Arrays.stream(details).map(Object::toString).toList());
    }

    public String in(String language) {
        String text = language.equals("zh") ? kind.zh : kind.en;
        for (int i = 0; i < details.size(); i++) {
            text = text.replace("{" + i + "}", details.get(i));
        }
        return text;
    }

    /** As machine files write it. */
    @Override
    public String toString() {
        return in("en");
    }
}
