package dev.steelyard.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One export as the domain lists it: its English and Chinese file stem and column names. */
public record Dataset(String name, String chinese, List<String> columns, List<String> chineseColumns) {

    private static final String ALL =
            """
            employees 花名册: employee_id 工号, name 姓名, track 序列, team 团队, region 大区, manager_id 直属上级, leads 负责团队, hire_date 入职日期, regular_date 转正日期, track_since 入序列日期, leave_date 离职日期, monthly_salary 月工资, cost_center 成本中心
            targets 目标: subject_type 对象类型, subject 对象, indicator 指标, period 周期, target 目标值
            products 产品: product_id 产品编码, product_name 产品名称, line 产品线, lifecycle 生命周期, launch_date 上市日期
            customers 客户: customer_id 客户编码, customer_name 客户名称, kind 客户类型, grade 等级, region 大区, potential 潜力
            orders 销售明细: order_line_id 订单行号, order_date 订单日期, employee_id 工号, customer_id 客户编码, product_id 产品编码, quantity 数量, amount 金额, cost 成本
            market_share 市场份额: period 周期, region 大区, share 份额
            visits 拜访记录: visit_id 拜访编号, visited_at 拜访时间, employee_id 工号, customer_id 客户编码, department 科室, target_department 目标科室, minutes 时长, effective_minutes 有效时长, difficulty 难度, complete 记录完整
            trials 临床试用: trial_id 试用编号, employee_id 工号, customer_id 客户编码, product_id 产品编码, start_date 开始日期, completed_date 完成日期, decided_date 结论日期, outcome 结论
            sell_in 经销商进货: line_id 行号, date 日期, dealer_id 经销商, employee_id 工号, product_id 产品编码, quantity 数量, amount 金额
            sell_out 经销商出货: line_id 行号, date 日期, dealer_id 经销商, employee_id 工号, hospital_id 医院, product_id 产品编码, quantity 数量, amount 金额
            hospital_purchases 医院采购: line_id 行号, date 日期, hospital_id 医院, dealer_id 经销商, employee_id 工号, product_id 产品编码, quantity 数量
            compliance_events 合规事件: event_id 事件编号, event_date 事件日期, employee_id 工号, kind 类型, severity 严重程度, status 状态, verified_date 查实日期, evidence 证据
            materials 推广资料审批: material_id 资料编号, employee_id 工号, decided_date 审批日期, result 结果
            gifts_meetings 礼品会议: record_id 记录编号, employee_id 工号, date 日期, kind 类型, amount 金额, compliant 合规
            enablement 合规赋能: record_id 记录编号, employee_id 工号, date 日期, kind 类型, adopted 采纳
            nps 客户调研: response_id 答卷编号, date 日期, customer_id 客户编码, employee_id 工号, score 推荐分, expertise 专业答疑, fit 方案匹配
            requests 临床需求: request_id 需求编号, employee_id 工号, customer_id 客户编码, topic 主题, department 科室, raised_at 提出时间, responded_at 响应时间, needs_rd 需研发, relayed_at 传递研发时间
            cooperations 深度合作: record_id 记录编号, employee_id 工号, customer_id 客户编码, date 日期, kind 类型
            dealer_service 渠道服务: record_id 记录编号, date 日期, dealer_id 经销商, employee_id 工号, satisfaction 满意度, stockout_rate 缺货率, delivery_days 交货周期, joint_planned 计划联合活动, joint_joined 参与联合活动
            exams 知识考核: exam_id 考核编号, employee_id 工号, date 日期, kind 类型, product_id 产品编码, score 成绩, passed 通过
            policy_work 政策学习: record_id 记录编号, employee_id 工号, date 日期, kind 类型, quality 质量分
            proposals 方案: proposal_id 方案编号, employee_id 工号, customer_id 客户编码, submitted_date 提交日期, feedback_date 反馈日期, competitor_report 竞品对比
            mentoring 导师带教: pair_id 带教编号, mentor_id 导师, mentee_id 学员, kind 类型, start_date 开始日期, end_date 结束日期
            feedback 同事反馈: feedback_id 反馈编号, date 日期, to_employee_id 对象, kind 类型, text 内容
            insights 复盘输入: insight_id 输入编号, date 日期, source 来源, topic 主题, product_line 产品线, department 科室, note 备注
            actions 行动项: action_id 行动编号, owner_id 负责人, goal 目标, action 行动, due_date 截止, status 状态, evidence 证据
            talk_tracks 话术库: talk_id 话术编号, product_line 产品线, department 科室, text 内容
            resources 资源包: resource_id 资源编号, indicator 指标, resource 资源, contact 联系人
            assignments 任职记录: employee_id 工号, from 开始日期, to 结束日期, track 序列, team 团队, region 大区, leads 负责团队
            leave 请假: leave_id 请假编号, employee_id 工号, kind 类型, from 开始日期, to 结束日期, half_day 半天
            splits 分单: order_line_id 订单行号, employee_id 工号, share 比例, approved_by 批准人, approved_date 批准日期
            customer_assignments 客户归属: customer_id 客户编码, employee_id 工号, from 开始日期, to 结束日期, product_line 产品线, share 比例
            price_events 价格事件: event_id 事件编号, product_id 产品编码, region 大区, date 日期, kind 类型, old_price 原价, new_price 新价
            adjustments 手工调整: adjustment_id 调整编号, employee_id 工号, period 周期, kind 类型, amount 金额, reason 理由, approvers 批准人, decided_date 决定日期
            calibrations 委员会校准: decision_id 决定编号, decided_date 决定日期, subject_type 对象类型, subject 对象, indicator 指标, period 周期, new_target 新目标, reason 理由, approvers 批准人
            appeals 申诉: appeal_id 申诉编号, employee_id 工号, period 周期, indicator 指标或事件, submitted_at 提交时间, claim 主张, evidence 证据, decision 结论, decided_at 决定时间, decided_by 决定人, decision_reason 决定理由, effect 效果, effect_value 效果值
            """;

    private static final Map<String, Dataset> BY_NAME = parse();

    /** The dataset of that English name. */
    public static Dataset of(String name) {
        Dataset dataset = BY_NAME.get(name);
        if (dataset == null) {
            throw new IllegalArgumentException("no dataset " + name);
        }
        return dataset;
    }

    /** All datasets in the order of the domain. */
    public static List<Dataset> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The place of a column, by its English name. */
    public int column(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + name);
        }
        return at;
    }

    private static Map<String, Dataset> parse() {
        Map<String, Dataset> found = new LinkedHashMap<>();
        for (String line : ALL.split("\n")) {
            String[] parts = line.split(": ");
            String[] stems = parts[0].split(" ");
            List<String> english = new ArrayList<>();
            List<String> chinese = new ArrayList<>();
            for (String column : parts[1].split(", ")) {
                english.add(column.split(" ")[0]);
                chinese.add(column.split(" ")[1]);
            }
            found.put(stems[0], new Dataset(stems[0], stems[1], List.copyOf(english), List.copyOf(chinese)));
        }
        return found;
    }
}
