"""Values by year as Hypothesis draws them, with gaps and with breaks."""

from itertools import pairwise

from hypothesis import strategies as st

from data.model.catalog import Break

FIRST = 2010
cells = st.integers(1, 10**8).map(lambda hundredths: hundredths / 100) | st.none()
columns = st.lists(cells, min_size=1, max_size=12).map(
    lambda values: {FIRST + n: value for n, value in enumerate(values) if value is not None}
)


@st.composite
def broken_columns(draw):
    """Values and breaks between neighbouring published years, as the table has them."""
    values = draw(columns)
    pairs = list(pairwise(values))
    cut = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return values, tuple(Break("x", before, after, "口径") for before, after in cut)
