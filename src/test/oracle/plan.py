"""The numbers of the reference plan of 2026."""
from dataclasses import dataclass
from fractions import Fraction as F

DIMENSIONS = ("performance", "compliance", "customer", "capability")
TRACKS = {"mature": (45, 20, 20, 15), "innovation": (35, 20, 25, 20),
          "dealer": (40, 20, 25, 15), "manager": (45, 20, 20, 15)}


@dataclass(frozen=True)
class Indicator:
    """One line of the plan; `hold` says that missing data holds the participant."""
    id: str
    dimension: str
    tracks: tuple
    weight: int
    curve: str = None
    missing: str = "skip"


PRODUCT, FIELD = ("mature", "innovation"), ("mature", "innovation", "dealer")
PLAN = [
    Indicator("sales_growth", "performance", ("mature",), 40, "-20%:0 0%:60 10%:100 20%:120"),
    Indicator("share_retention", "performance", ("mature",), 35, "90%:0 100%:100 105%:120"),
    Indicator("key_account_share", "performance", ("mature",), 25, "0:0 30%:60 60%:100"),
    Indicator("department_coverage", "performance", ("innovation",), 50, "0:0 100%:100 120%:120", "hold"),
    Indicator("trial_conversion", "performance", ("innovation",), 50, "0:0 30%:60 60%:100"),
    Indicator("sell_in_attainment", "performance", ("dealer",), 35, "0:0 100%:100 120%:120", "hold"),
    Indicator("sell_through", "performance", ("dealer",), 40, "50%:0 90%:100 110%:110"),
    Indicator("terminal_verification", "performance", ("dealer",), 25, "60%:0 95%:100"),
    Indicator("team_performance", "performance", ("manager",), 100),
    Indicator("team_compliance", "compliance", ("manager",), 100),
    Indicator("team_customer", "customer", ("manager",), 100),
    Indicator("material_approval", "compliance", FIELD, 35, "70%:0 95%:100"),
    Indicator("visit_record_completeness", "compliance", FIELD, 35, "70%:0 98%:100"),
    Indicator("gift_meeting_compliance", "compliance", FIELD, 30, "80%:0 100%:100"),
    Indicator("nps", "customer", PRODUCT, 35, "-20:0 30:60 70:100"),
    Indicator("expertise_fit", "customer", PRODUCT, 10, "2:0 4.5:100"),
    Indicator("response_time", "customer", PRODUCT, 20, "50%:0 95%:100"),
    Indicator("rd_relay_time", "customer", PRODUCT, 15, "50%:0 95%:100"),
    Indicator("repurchase_rate", "customer", PRODUCT, 10, "0:0 80%:100"),
    Indicator("cooperation_depth", "customer", PRODUCT, 10, "0:0 2:100", "zero"),
    Indicator("supply_satisfaction", "customer", ("dealer",), 30, "2:0 4.5:100"),
    Indicator("stockout_rate", "customer", ("dealer",), 20, "1%:100 10%:0"),
    Indicator("delivery_days", "customer", ("dealer",), 20, "3:100 10:0"),
    Indicator("joint_activity_rate", "customer", ("dealer",), 30, "0:0 90%:100"),
    Indicator("product_defence", "capability", FIELD, 50),
    Indicator("certification", "capability", FIELD, 20, "0:0 100%:100"),
    Indicator("policy_notes", "capability", FIELD, 15, None, "zero"),
    Indicator("policy_reports", "capability", FIELD, 15, "0:0 100%:100", "zero"),
    Indicator("mentee_first_order", "capability", ("manager",), 50, "30:100 120:0"),
    Indicator("mentee_zero_violation", "capability", ("manager",), 50, "80%:0 100%:100"),
    Indicator("effective_visit_ratio", "shown", FIELD, 0),
    Indicator("proposal_feedback_days", "shown", FIELD, 0),
    Indicator("competitor_report_rate", "shown", FIELD, 0),
]
WHEN_EMPTY = {(track, "compliance"): F(100) for track in FIELD}
VETO_KINDS = ("regulator_notice", "illegal_promotion_complaint", "bribery")
DEDUCTION = {"major": 15, "minor": 5}
GRADES = (("S", 95), ("A", 85), ("B", 70), ("C", 60), ("D", 0))
FACTOR = {"S": F("1.2"), "A": F("1.1"), "B": F("1.0"), "C": F("0.8"), "D": F("0.5")}
TIERS = ((F("0.8"), F("0.008")), (F(1), F("0.012")), (F("1.2"), F("0.016")), (None, F("0.02")))
INNOVATIVE_RATE, SELL_OUT_RATE, EXCESS_RATE = F("0.025"), F("0.006"), F("0.08")
SHARE_CURVE = "0:0 100%:100 120%:120"
BONUS_CURVE = "80:0 90:0.5 100:1"
POOL_CURVE = "0:0.5 60:0.8 100:1 120:1.2"  # money: share
