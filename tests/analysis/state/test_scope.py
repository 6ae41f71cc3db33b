"""The scope in words: who is chosen, how many they are, and what their sum is called."""

import pytest

from analysis.state.scope import scope, scope_of_codes, whole_scope


@pytest.mark.parametrize(
    ("slugs", "name", "count_name", "total_name"),
    [
        (("beijing", "tianjin", "hebei"), "三地", "三地", "三地合计"),
        (("hebei", "beijing"), "北京、河北", "两地", "两地合计"),
        (("hebei",), "河北", "河北", "河北"),
    ],
)
def test_a_scope_has_a_name_a_number_and_a_sum(catalog, slugs, name, count_name, total_name):
    found = scope(catalog, slugs)
    assert (found.name, found.count_name, found.total_name) == (name, count_name, total_name)
    assert found.is_complete == (len(slugs) == 3)
    assert found.whole == whole_scope(catalog)


def test_slugs_and_codes_stand_in_the_order_of_the_catalog(catalog):
    found = scope(catalog, ["hebei", "beijing", "nation", "no_such"])
    assert found.slugs == ("beijing", "hebei")
    assert found.codes == ("110000", "130000")
    assert scope_of_codes(catalog, ["130000", "JJJ", "110000"]) == found


def test_nobody_is_a_scope_without_a_name(catalog):
    assert (scope(catalog, []).name, scope(catalog, []).is_complete) == ("", False)
