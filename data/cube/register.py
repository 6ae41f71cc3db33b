"""The register of enterprises and projects as a table of a cube: what may be counted by, and the
value that is summed. Who an entity is (its code, its name, its dates) is no column of it."""

from data.cube.contract import Table

# `started` is the year of the founding or beginning of works and `year` that of the value, 0 where
# it is not told; `value` in 万元: revenue of an enterprise, investment of a project.
REGISTER = Table(
    "register",
    dimensions=(
        "kind",
        "area_code",
        "province",
        "chain",
        "stage",
        "industry",
        "size",
        "status",
        "started",
        "year",
    ),
    measures=("value",),
)
