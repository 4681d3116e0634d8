package dev.steelyard.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What kind of value a column holds, and how its coded values read in Chinese. */
final class Vocabulary {

    private static final Set<String> YES_NO = Set.of(
            "target_department",
            "complete",
            "compliant",
            "adopted",
            "needs_rd",
            "passed",
            "competitor_report",
            "half_day");

    private static final Set<String> NUMBERS = Set.of(
            "monthly_salary",
            "target",
            "quantity",
            "amount",
            "cost",
            "minutes",
            "effective_minutes",
            "score",
            "expertise",
            "fit",
            "satisfaction",
            "delivery_days",
            "joint_planned",
            "joint_joined",
            "quality",
            "new_target",
            "effect_value",
            "old_price",
            "new_price");

    private static final Set<String> PERCENTS = Set.of("share", "stockout_rate");

    private static final Map<String, String> WORDS = words(
            """
            track: mature 成熟产品线, innovation 创新产品线, dealer 经销商渠道, manager 管理者
            subject_type: employee 员工, team 团队, region 大区
            lifecycle: mature 成熟, innovative 创新
            kind: public_hospital 公立医院, private_hospital 民营医院, dealer 经销商, regulator_notice 监管通报
            kind: illegal_promotion_complaint 违规推广投诉, bribery 商业贿赂, academic_promotion 学术推广, material 资料
            kind: visit_record 拜访记录, gift_meeting 礼品会议, customer_data 客户资料, other 其他
            kind: gift 礼品, meeting 会议, training 培训, suggestion 优化建议, joint_research 联合科研
            kind: custom_service 定制化服务, defence 答辩, certification 通关, note 学习笔记, report 影响分析报告
            kind: business 业务, compliance 合规, kudos 点赞
            feedback.kind: suggestion 建议
            kind: maternity 产假, annual 年休假, sick 病假, vbp 集采, retention_bonus 留任奖, contest 竞赛奖
            grade: 3A 三甲, 3B 三乙, 2A 二甲
            potential: high 高, medium 中, low 低
            difficulty: high 高, normal 普通
            outcome: converted 转化, declined 未转化
            severity: veto 否决, major 重大, minor 一般
            status: alleged 待查, verified 属实, dismissed 不属实, open 进行中, done 完成
            result: approved 通过, rejected 驳回
            source: sales 销售, rd 研发, marketing 市场
            decision: pending 待定, upheld 成立, rejected 驳回
            effect: set_value 改值, dismiss_event 撤销事件, add_points 加分
            """);

    private Vocabulary() {}

    static boolean isDate(String column) {
        return Set.of("date", "from", "to", "track_since").contains(column) || column.endsWith("_date");
    }

    static boolean isDateTime(String column) {
        return column.endsWith("_at");
    }

    static boolean isNumber(String column) {
        return NUMBERS.contains(column);
    }

    static boolean isPercent(String column) {
        return PERCENTS.contains(column);
    }

    /** The row with its coded values in Chinese; other values stay as they are. */
    static List<String> chinese(Dataset dataset, List<String> row) {
        String[] translated = row.toArray(new String[0]);
        for (int i = 0; i < translated.length; i++) {
            translated[i] = chinese(dataset.name(), dataset.columns().get(i), translated[i]);
        }
        return List.of(translated);
    }

    private static String chinese(String dataset, String column, String value) {
        if (YES_NO.contains(column)) {
            return switch (value) {
                case "yes" -> "是";
                case "no" -> "否";
                default -> value;
            };
        }
        String own = WORDS.get(dataset + "." + column + " " + value);
        return own != null ? own : WORDS.getOrDefault(column + " " + value, value);
    }

    private static Map<String, String> words(String text) {
        Map<String, String> words = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split(": ");
            for (String word : parts[1].split(", ")) {
                String[] pair = word.split(" ");
                words.put(parts[0] + " " + pair[0], pair[1]);
            }
        }
        return words;
    }
}
