"""SDMX: what another program reads by the standard are the product's values, and every code that
stands in a row is in the structure."""

import csv
import sys
from io import StringIO
from unittest.mock import MagicMock

import pytest
from dash import Dash, html

from analysis import links
from callbacks.site import OneEdition
from reports.sdmx.codes import area
from reports.sdmx.components import COMPONENTS, MISSING
from serving import api
from serving.lists.formats import SDMX, asked_form

CODED = {one.name: one.codes for one in COMPONENTS if one.codes}
VIEW = "indicator=gdp&region=hebei,tianjin&from=2018"


@pytest.fixture(scope="module")
def client(catalog):
    app = Dash("sdmx", use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    return app.server.test_client()


@pytest.fixture(scope="module")
def structure(client):
    """The structure as pysdmx reads it, checked against the schemas of SDMX-ML 2.1."""
    from pysdmx.io import read_sdmx

    answer = client.get(links.STRUCTURE)
    assert answer.mimetype == "application/vnd.sdmx.structure+xml"
    return read_sdmx(answer.get_data(as_text=True), validate=True)


@pytest.fixture
def read(monkeypatch):
    """pysdmx's own reader of SDMX-CSV. At its end it makes Arrow columns, for which there is no
    library here: that one step is left out, the values stay the texts that were read."""
    if "pyarrow" not in sys.modules:
        monkeypatch.setitem(sys.modules, "pyarrow", MagicMock())
    from pysdmx.io import pd, read_sdmx

    monkeypatch.setattr(pd.PandasDataset, "_apply_dtypes", lambda _: None)
    return lambda answer: read_sdmx(answer.get_data(as_text=True))


def lines(answer):
    return list(csv.DictReader(StringIO(answer.get_data(as_text=True), newline="")))


def codes_of(structure):
    return {one.id: {code.id for code in one.items} for one in structure.get_codelists()}


def test_the_structure_is_what_the_rows_have(structure, client):
    (own,) = structure.get_data_structure_definitions()
    found = [part.id for part in own.components]
    assert sorted(found) == sorted(one.name for one in COMPONENTS)
    assert [one.id for one in own.components.dimensions] == [
        "FREQ", "INDICATOR", "REF_AREA", "SCALE", "TIME_PERIOD",
    ]  # fmt: skip
    (flow,) = structure.get_dataflows()
    assert f"{flow.agency}:{flow.id}({flow.version})" == "JJJ_MONITOR:OBSERVATIONS(1.0)"
    concepts = {one.id for scheme in structure.get_concept_schemes() for one in scheme.items}
    assert concepts == set(found)


def test_the_areas_are_those_of_gb_t_2260(structure, catalog):
    areas = codes_of(structure)["CL_AREA"]
    assert {area(region.region_code) for region in catalog.regions.values()} <= areas
    assert "000000" not in areas
    assert {"440000", "310000", "YRD"} <= areas
    assert codes_of(structure)["CL_INDICATOR"] == set(catalog.indicators)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", SDMX)
def test_another_program_reads_the_published_values(client, catalog, read, kind):
    answer = client.get(f"{links.VALUES}?format={kind}")
    assert answer.headers["Content-Type"].startswith(
        f"application/vnd.sdmx.data+csv;version={SDMX[kind]}"
    )
    (own,) = read(answer).data
    assert own.structure == "Dataflow=JJJ_MONITOR:OBSERVATIONS(1.0)"
    found = own.data
    seen = {
        (row.INDICATOR, row.REF_AREA, row.TIME_PERIOD): (float(row.OBS_VALUE), row.OBS_STATUS)
        for row in found.itertuples()
    }
    from data.model.periods import written

    assert seen == {
        (name, area(code), written(at)): (one.value, one.status)
        for (name, code, at), one in catalog.observations.items()
    }
    assert len(found) == len(seen)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", SDMX)
@pytest.mark.parametrize(
    "query",
    [
        VIEW,
        f"{VIEW}&scale=index",
        "indicator=gdp&scale=share3",
        "indicator=gdp&frame=yangtze&from=2020",
        "indicator=gdp&against=population&from=2020",
        "indicator=urbanization_rate",
    ],
)
def test_another_program_reads_the_values_of_a_view(client, structure, read, query, kind):
    (own,) = read(client.get(f"{links.ROWS}?{query}&format={kind}")).data
    rows = client.get(f"{links.ROWS}?{query}").json["observations"]
    assert [
        (r.INDICATOR, r.REF_AREA, r.TIME_PERIOD, float(r.OBS_VALUE or "nan"), r.UNIT_MEASURE)
        for r in own.data.itertuples()
    ] == [
        pytest.approx(
            (r["indicator_id"], area(r["region_code"]), r["period"],
             float("nan") if r["value"] is None else r["value"], r["unit"] or ""),
            nan_ok=True,
        )
        for r in rows
    ]  # fmt: skip
    lists = codes_of(structure)
    for name, codes in CODED.items():
        assert set(own.data[name]) - {""} <= lists[codes], name


def test_quarters_are_written_as_sdmx_has_them(catalog):
    from reports.published import published_row, published_values
    from reports.sdmx.rows import of_published

    within = {"A": 4, "Q": 7, "M": 7}
    for row in of_published([published_row(catalog, one) for one in published_values(catalog)]):
        assert len(row["TIME_PERIOD"]) == within[row["FREQ"]]
        assert ("Q" in row["TIME_PERIOD"]) == (row["FREQ"] == "Q")


def test_a_value_that_there_is_none_of_is_a_row_that_says_so(client):
    rows = lines(client.get(f"{links.ROWS}?indicator=va_tertiary&format=sdmx-csv"))
    missing = [row for row in rows if not row["OBS_VALUE"]]
    assert missing
    assert {row["OBS_STATUS"] for row in missing} == {MISSING}
    assert all(row["COMMENT_OBS"] for row in missing)
    assert MISSING not in {row["OBS_STATUS"] for row in rows if row["OBS_VALUE"]}


@pytest.mark.thorough
def test_the_qualifier_and_the_edition_stay_with_the_value(client, catalog):
    rows = lines(client.get(f"{links.VALUES}?format=sdmx-csv"))
    seen = {(r["INDICATOR"], r["REF_AREA"], r["TIME_PERIOD"]): r["QUALIFIER"] for r in rows}
    said = {key: one for key, one in catalog.observations.items() if one.qualifier}
    assert said
    assert all(seen[name, area(code), str(at)] for name, code, at in said if at < 3000)
    assert {row["DATA_VERSION"] for row in rows} == {f"{catalog.version} {catalog.digest}"}


@pytest.mark.parametrize(
    ("accepted", "head"),
    [
        ("application/vnd.sdmx.data+csv;version=1.0.0", "DATAFLOW"),
        ("application/vnd.sdmx.data+csv;version=2.0.0", "STRUCTURE"),
        ("application/vnd.sdmx.data+csv", "STRUCTURE"),
        ("application/json, application/vnd.sdmx.data+csv;version=1.0.0;q=0.4", None),
        ("text/html,application/xhtml+xml,*/*;q=0.8", None),
    ],
)
def test_the_form_is_that_which_is_accepted(client, accepted, head):
    answer = client.get(f"{links.ROWS}?{VIEW}", headers={"Accept": accepted})
    assert answer.status_code == 200
    assert "Accept" in answer.headers["Vary"]
    if head is None:
        assert answer.mimetype == "application/json"
    else:
        assert answer.get_data(as_text=True).startswith(f"{head},")


def test_forms_have_marks_of_their_own(client):
    plain = client.get(f"{links.ROWS}?{VIEW}")
    accepted = {"Accept": "application/vnd.sdmx.data+csv;version=1.0.0"}
    other = client.get(f"{links.ROWS}?{VIEW}", headers=accepted)
    assert plain.headers["ETag"] != other.headers["ETag"]


def test_a_list_that_is_no_observations_has_no_sdmx(client):
    assert asked_form("", ("json", "csv"), [("application/vnd.sdmx.data+csv", 1.0)]) == "json"
    assert client.get(f"{links.CLAIMS}?format=sdmx-csv").status_code == 400
    wrong = client.get(f"{links.VALUES}?format=sdmx-csv&fields=value")
    assert (wrong.status_code, wrong.json["errors"][0]["key"]) == (400, "fields")
