"""To whom a row belongs: splits (8.4), its own employee, the customer's holder of its date (8.13), handover (8.6), prices (8.9)."""
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction as F

from figures import day, num

# the customer of a row that may come without a person
CUSTOMER = {"orders": "customer_id", "sell_in": "dealer_id", "sell_out": "dealer_id", "hospital_purchases": "hospital_id",
            "requests": "customer_id", "trials": "customer_id", "cooperations": "customer_id", "proposals": "customer_id",
            "visits": "customer_id", "dealer_service": "dealer_id"}


@dataclass(frozen=True)
class Credit:
    """A row as one person's: sums take the share, everything else the row whole (109)."""
    row: dict
    share: F

    def __getitem__(self, column):
        return self.row[column]


class Credits:
    """Who is credited with the rows of the exports."""

    def __init__(self, data, roster, products, customers, people):
        self.data, self.roster, self.products, self.customers, self.people = data, roster, products, customers, people
        self.lines = {r["order_line_id"]: r for r in data.get("orders", ())}
        self.splits, self.rejected = self.read_splits()
        self.holdings = defaultdict(list)
        for r in data.get("customer_assignments", ()):
            self.holdings[r["customer_id"]].append(r)
        self.events = defaultdict(list)
        for r in data.get("price_events", ()):
            self.events[r["product_id"]].append(r)

    # -------- splits

    def read_splits(self):
        """Parts by line; lines whose split rows are not in order are rejected, and returns that point to them too (109, 144)."""
        rows, splits, rejected = defaultdict(list), {}, set()
        for r in self.data.get("splits", ()):
            rows[r["order_line_id"]].append(r)
        for line, parts in rows.items():
            shares = [num(r["share"]) or F(0) for r in parts]
            known = all(r["employee_id"] in self.roster for r in parts)
            if known and sum(shares) == 1 and all(0 <= s <= 1 for s in shares):
                splits[line] = {r["employee_id"]: s for r, s in zip(parts, shares) if s}
            else:
                rejected.add(line)
        return splits, rejected | {i for i, r in self.lines.items() if self.is_return(r) and r["original_line_id"] in rejected}

    @staticmethod
    def is_return(row):
        return (num(row["amount"]) or 0) < 0 and bool(row.get("original_line_id"))

    # -------- owners

    def owners(self, dataset, row, d):
        """Person -> share of a row on its date; nobody where it is rejected."""
        if dataset == "orders":
            if row["order_line_id"] in self.rejected:
                return {}
            found = self.splits.get(row["order_line_id"])
            if not found and self.is_return(row):
                found = self.splits.get(row["original_line_id"])
            if found:
                return found
        own = row.get("employee_id")
        if own:
            return {own: F(1)} if own in self.roster else {}
        return self.by_customer(row, CUSTOMER[dataset], d) if dataset in CUSTOMER and d else {}

    def current(self, customer, line, d):
        """The assignment rows of a customer on a day: those of the product's line before those of none (8.13, 142)."""
        rows = [r for r in self.holdings.get(customer, ()) if day(r["from"]) <= d <= (day(r["to"]) or dt.date.max)]
        special = [r for r in rows if line and r.get("product_line") == line]
        return special or [r for r in rows if not r.get("product_line")]

    @staticmethod
    def named(rows):
        """Without those whose share is 0, or blank beside others with one (142)."""
        given = [r for r in rows if num(r.get("share"))]
        return given or [r for r in rows if num(r.get("share")) is None]

    def line_of(self, row):
        return self.products.get(row.get("product_id"), {}).get("line")

    def by_customer(self, row, column, d):
        """Who is assigned on the row's date and employed; several without shares that sum to 100%: nobody (143, 144)."""
        rows = [r for r in self.named(self.current(row[column], self.line_of(row), d))]
        there = [r for r in rows if self.people.employment(r["employee_id"]).holds(d)]
        ids = {r["employee_id"] for r in there}
        shares = [num(r.get("share")) for r in there]
        if shares and all(s is not None for s in shares):
            if sum(shares) != 1:
                return {}
            return {i: sum((s for r, s in zip(there, shares) if r["employee_id"] == i), F(0)) for i in ids}
        return {ids.pop(): F(1)} if len(ids) == 1 else {}

    # -------- handover and prices

    def holders(self, row, last):
        """Who holds the row's customer on the period's last day and is employed then (113)."""
        rows = self.named(self.current(row["customer_id"], self.line_of(row), last))
        return {r["employee_id"] for r in rows if self.people.employment(r["employee_id"]).holds(last)}

    def price_factor(self, row, last):
        """Π new ÷ old of the events after the row up to the last day; None where the product was lost (114)."""
        d, region, factor = day(row["order_date"]), self.customers.get(row["customer_id"], {}).get("region"), F(1)
        for e in self.events.get(row["product_id"], ()):
            if e["region"] and e["region"] != region or day(e["date"]) > last:
                continue
            old, new = num(e["old_price"]), num(e["new_price"])
            if e["kind"] == "lost":
                return None
            if old and old > 0 and new is not None and d < day(e["date"]):
                factor *= new / old
        return factor
