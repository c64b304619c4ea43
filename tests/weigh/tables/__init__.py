"""For each law that is shipped: records that carry its limbs, and changes that leave a requirement unmet."""

from tests.weigh.tables import (
    australia,
    canada,
    canada_countries,
    canada_entry,
    european_union,
    united_kingdom,
    united_states,
)

TABLES = (
    australia,
    canada,
    canada_countries,
    canada_entry,
    european_union,
    united_kingdom,
    united_states,
)
CARRIED = [row for table in TABLES for row in table.CARRIED]
UNMET = [row for table in TABLES for row in table.UNMET]
RECORD = {(law_id, limb_id): (subject, entities) for law_id, limb_id, subject, entities in CARRIED}
