"""The layout of the code says what may know what; these tests hold it to that."""

import ast
import re
import sys
from pathlib import Path

from analysis import pages
from analysis.pages import Page
from analysis.state.view import KEYS as VIEW_KEYS
from tests.source_code import nodes_of

ROOT = Path(__file__).parents[1]
# What lies lower may be imported from above, never the other way round.
HEIGHT = {
    "data": 0,
    "analysis": 1,
    "components": 2,
    "reports": 2,
    "callbacks": 3,
    "serving": 4,
    "app": 5,
}
PAGES = {str(page) for page in Page}  # a page's rooms on its floors
FLOORS = tuple(name for name in HEIGHT if name != "app")
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
FILE_ACCESS = {"pathlib", "os", "io", "shutil", "tempfile", "glob", "csv", "sqlite3"}
TABLES_OF_VALUES = {"facts", "observations", "panels", "national_sums", "national_sum_sizes"}
READ_BY = {"analysis/series/observations.py", "analysis/series/facts.py"}
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40


def modules_of(*names):
    paths = [path for name in names for path in sorted((ROOT / name).rglob("*.py"))]
    return [path for path in paths if "node_modules" not in path.parts]


def product():
    return [*modules_of(*FLOORS), ROOT / "app.py"]


def imports_of(path):
    """The absolute names of the modules a file imports, wherever in the file it does so."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in nodes_of(path, ast.Import):
        yield from (alias.name for alias in node.names)
    for node in nodes_of(path, ast.ImportFrom):
        if node.level:
            base = package[: len(package) - node.level + 1]
            yield ".".join([*base, *([node.module] if node.module else [])])
        else:
            yield node.module


def roots_of(path):
    return {name.partition(".")[0] for name in imports_of(path)}


def floor_of(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def calls_of(path):
    """The names called as plain functions, with the line of each call."""
    for node in nodes_of(path, ast.Call):
        if isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno


def test_every_floor_is_there_to_be_checked():
    assert {floor_of(path) for path in product()} >= set(HEIGHT)
    assert len(product()) > 30


def test_a_module_imports_only_its_own_floor_and_lower_ones():
    wrong = [
        f"{path.relative_to(ROOT)} imports {root}"
        for path in product()
        for root in roots_of(path) & HEIGHT.keys()
        if root != floor_of(path) and HEIGHT[root] >= HEIGHT[floor_of(path)]
    ]
    assert wrong == []


def rooms_of(path):
    """The pages' rooms that a module imports from, on any floor."""
    for node in nodes_of(path, ast.ImportFrom):
        if node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name.split(".")[1] for name in names if name.split(".")[1] in PAGES)


def test_a_room_imports_shared_rooms_and_never_another_pages():
    """Meeting mode and reports stand above the pages: they are made of what those show."""
    wrong = [
        f"{path.relative_to(ROOT)} imports from {other}"
        for path in modules_of("analysis", "components")
        if (own := path.relative_to(ROOT).parts[1]) in PAGES
        if path.relative_to(ROOT).parts[:2] != ("analysis", "reports")
        for other in rooms_of(path)
        if other != own
    ]
    assert wrong == []


def test_every_page_has_its_room_on_each_floor():
    for floor in ("analysis", "components"):
        rooms = {path.name for path in (ROOT / floor).iterdir() if path.is_dir()}
        assert rooms >= PAGES, floor
    for page, place in pages.PAGES.items():
        if place.keys != VIEW_KEYS:
            assert (ROOT / "analysis" / page / "address.py").is_file(), page
    for page in PAGES:
        assert (ROOT / "analysis" / page / "summary.py").is_file(), page
        assert (ROOT / "components" / page / "page.py").is_file(), page
        assert (ROOT / "callbacks" / f"{page}.py").is_file(), page


def test_the_tree_in_the_readme_is_the_real_one():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = text.partition("## What is where")[2].split("```")[1]
    shown = {}
    for line in block.strip().splitlines():
        level, name = len(line) - len(line.lstrip()), line.split()[0]
        if level == 0:
            floor, shown[name.strip("/")] = name.strip("/"), set()
        else:
            shown[floor] |= {part.strip("/") for part in line.strip().split("  ")[0].split()}
    for name, rooms in shown.items():
        assert (ROOT / name).exists(), name
        real = {p.name for p in (ROOT / name).glob("*/") if p.is_dir() and p.name[0] not in "_."}
        if rooms:
            assert rooms == real, name


def test_addresses_are_written_by_links_alone():
    """A path spelt elsewhere would lack the base path. Serving names paths to answer them."""
    begun = re.compile(r"/$|/(indicators|plan|platforms|regions|overview|present|api|static)\b")
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path in modules_of("analysis", "components", "reports", "callbacks")
        if path.relative_to(ROOT).as_posix() not in ("analysis/links.py", "analysis/pages.py")
        for node in nodes_of(path, ast.Constant)
        if isinstance(node.value, str) and begun.match(node.value) and node.value != "/"
    ]
    assert wrong == []


def test_every_file_that_the_documents_name_is_there():
    named = re.compile(r"`([\w./<>-]+\.(?:py|js|css|csv|json|md))`")
    for document in ("README.md", "docs/carrying-on.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for name in named.findall(text):
            # Not addresses, names beside another, or what is made at the start.
            if "/" in name and not name.startswith(("/", "build/", "var/")):
                assert (ROOT / name.replace("<page>", "platforms")).exists(), f"{document}: {name}"


def test_data_and_analysis_know_neither_dash_nor_plotly():
    known = {path.name: roots_of(path) for path in modules_of("data", "analysis")}
    wrong = {
        name: roots
        for name, roots in known.items()
        if any(root.startswith(("dash", "plotly", "flask")) for root in roots)
    }
    assert wrong == {}


def test_published_values_are_reached_through_one_module():
    """Whoever asks the catalog for them itself cannot be given another store."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for path in product()
        if floor_of(path) != "data" and path.relative_to(ROOT).as_posix() not in READ_BY
        for node in nodes_of(path, ast.Attribute)
        if node.attr in TABLES_OF_VALUES and ast.unparse(node.value).endswith("catalog")
    ]
    assert wrong == []


def test_analysis_touches_no_file():
    paths = modules_of("analysis")
    assert {
        path.name: roots_of(path) & FILE_ACCESS for path in paths if roots_of(path) & FILE_ACCESS
    } == {}
    assert [
        (path.name, line) for path in paths for name, line in calls_of(path) if name == "open"
    ] == []


def test_analysis_computes_with_nothing_but_the_standard_library_pandas_and_numpy():
    foreign = set().union(*(roots_of(path) for path in modules_of("analysis")))
    assert foreign - sys.stdlib_module_names <= {"numpy", "pandas", "analysis", "data"}


def test_tools_and_tests_are_no_part_of_the_product():
    assert [path.name for path in product() if roots_of(path) & {"tools", "tests"}] == []


def test_nothing_is_printed():
    calls = [
        (path.relative_to(ROOT), line)
        for path in product()
        for name, line in calls_of(path)
        if name == "print"
    ]
    assert calls == []


def test_no_module_is_too_long_to_read_at_once():
    lengths = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*product(), *modules_of("tools")]
    }
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long_to_read_at_once():
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in [*product(), *modules_of("tools")]
        for node in nodes_of(path, ast.FunctionDef, ast.AsyncFunctionDef)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_file_is_named_for_what_it_holds():
    names = [path.relative_to(ROOT) for path in [*product(), *modules_of("tools")]]
    assert [
        name for name in names if BANNED_NAMES & {part.removesuffix(".py") for part in name.parts}
    ] == []


def test_a_module_of_tests_says_its_marks_once():
    """The second `pytestmark` would take back the first."""
    twice = re.compile(r"^pytestmark = .*^pytestmark = ", re.MULTILINE | re.DOTALL)
    assert [p.name for p in modules_of("tests") if twice.search(p.read_text("utf-8"))] == []
