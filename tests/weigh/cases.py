"""Invented people, and the smallest records that meet each limb of the laws that are shipped."""

from tests.weigh.weighing import Entities

LAM = {"schema": "Person", "name": "LAM Ka-ho", "citizenship": "xt"}
ODE = {"schema": "Person", "name": "Mira Ode"}
ABUSE: Entities = {
    "lam": LAM,
    "ode": ODE,
    "beating": {
        "schema": "Act",
        "violation": "torture",
        "gravity": "gross",
        "victim": "ode",
        "country": "xt",
        "victimPursuit": "expression",
    },
    "lam-beating": {"schema": "Involvement", "perpetrator": "lam", "act": "beating", "degree": "ordered"},
    "commissioner": {
        "schema": "Position",
        "name": "Commissioner of Prisons of Tamsor",
        "branch": "government",
        "seniority": "senior",
        "country": "xt",
    },
    "lam-commissioner": {"schema": "Occupancy", "holder": "lam", "post": "commissioner"},
}
"""The Republic of Tamsor: LAM Ka-ho, who commands its prisons, orders the torture of Mira Ode."""

CORRUPTION: Entities = {
    "lam": LAM,
    "tender": {"schema": "Act", "violation": "corruption", "gravity": "serious"},
    "lam-tender": {"schema": "Involvement", "perpetrator": "lam", "act": "tender", "degree": "ordered"},
    "commissioner": ABUSE["commissioner"],
    "lam-commissioner": ABUSE["lam-commissioner"],
}
"""The same man has a tender for his prisons rigged."""

SUPPLIER: Entities = {
    "lam": LAM,
    "tender": CORRUPTION["tender"],
    "lam-tender": {"schema": "Involvement", "perpetrator": "lam", "act": "tender", "degree": "supplied"},
}
"""Someone else pays for the rigging."""

CHINA: Entities = {
    "lam": {"schema": "Person", "name": "LAM Ka-ho", "citizenship": "cn"},
    "beating": {
        "schema": "Act",
        "violation": "torture",
        "gravity": ["gross", "systematic"],
        "country": "cn",
    },
    "lam-beating": ABUSE["lam-beating"],
    "governor": {
        "schema": "Position",
        "name": "Governor of the invented province of Tansuo",
        "branch": "government",
        "seniority": "senior",
        "country": "cn",
    },
    "lam-governor": {"schema": "Occupancy", "holder": "lam", "post": "governor"},
}
"""An invented governor of an invented province."""

RELATIVE: Entities = CHINA | {
    "kin": {"schema": "Person", "name": "LAM Sau-yi", "citizenship": "cn"},
    "siblings": {"schema": "Family", "person": "lam", "relative": "kin", "relationship": "sister"},
}
FIRM: Entities = CHINA | {
    "firm": {"schema": "Company", "name": "Tansuo Harbour Works", "jurisdiction": "cn"},
    "stake": {"schema": "Ownership", "owner": "lam", "asset": "firm", "percentage": "60 %"},
}
MANAGER: Entities = FIRM | {
    "manager": {"schema": "Person", "name": "HO Wing", "citizenship": "cn"},
    "head": {
        "schema": "Position",
        "name": "Head of Tansuo Harbour Works",
        "organization": "firm",
        "seniority": "senior",
    },
    "manager-head": {"schema": "Occupancy", "holder": "manager", "post": "head"},
}

SUPPLY: Entities = {
    "lam": LAM,
    "ode": ODE,
    "beating": ABUSE["beating"],
    "lam-beating": {
        "schema": "Involvement",
        "perpetrator": "lam",
        "act": "beating",
        "degree": "supplied",
        "knowledge": "He had read the report on what the batons were used for.",
    },
}
"""He sold the batons, and knew for what."""

COMMAND: Entities = {
    "lam": LAM,
    "office": {"schema": "PublicBody", "name": "Office of Prisons of Tamsor", "country": "xt"},
    "prison": {"schema": "PublicBody", "name": "Prison no. 3"},
    "prison-office": {
        "schema": "Subordination",
        "below": "prison",
        "above": "office",
        "startDate": "2015",
        "endDate": "2021",
    },
    "beating": ABUSE["beating"] | {"victim": None, "victimGroup": "detainees", "date": "2017-05-03"},
    "prison-beating": {
        "schema": "Involvement",
        "perpetrator": "prison",
        "act": "beating",
        "degree": "carried-out",
    },
    "commissioner": ABUSE["commissioner"] | {"organization": "office"},
    "lam-commissioner": {
        "schema": "Occupancy",
        "holder": "lam",
        "post": "commissioner",
        "startDate": "2016",
        "endDate": "2018-02",
    },
    "lam-beating": {
        "schema": "Involvement",
        "perpetrator": "lam",
        "act": "beating",
        "degree": ["failed-to-prevent", "failed-to-punish"],
        "knowledge": "He was handed the inspector's report in April.",
    },
}
"""He did not order it: those under him did it, and he knew and did nothing."""
COMMAND["beating"] = {prop: value for prop, value in COMMAND["beating"].items() if value}

OWNED: Entities = ABUSE | {
    "firm": {"schema": "Company", "name": "Tamsor Harbour Works", "jurisdiction": "xt"},
    "stake": {"schema": "Ownership", "owner": "lam", "asset": "firm", "percentage": "60 %"},
}
"""His company."""

KIN: Entities = ABUSE | {
    "kin": {"schema": "Person", "name": "LAM Sau-yi", "citizenship": "xt"},
    "siblings": {"schema": "Family", "person": "lam", "relative": "kin", "relationship": "sister"},
}
"""His sister."""

FRIEND: Entities = ABUSE | {
    "friend": {"schema": "Person", "name": "HO Wing", "citizenship": "xt"},
    "friends": {"schema": "Associate", "person": "lam", "associate": "friend", "relationship": "partner"},
}
"""His partner in business."""
