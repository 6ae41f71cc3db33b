"""Rows of the register leave the site by no way but the one of who may have them."""

import shutil
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask

from analysis import links
from data.editions.roles import FILE as ROLES
from data.package.digests import digest
from data.package.load import load
from serving import api, single_files
from serving.editions import EditionApps
from tests.registered import entities, package_with

pytestmark = pytest.mark.thorough

ROWS = entities(240, seed=3)
SECRETS = tuple(text.encode() for row in ROWS for text in (row["code"], row["name_zh"]))
PAGES = ("/", "/indicators", "/areas", "/evaluation", "/plan", "/platforms", "/reports", "/changes",
         "/regions/hebei", "/present", "/present/edit", "/present/default.json", "/health",
         "/reports.docx", "/reports.pptx", "/reports.xlsx", "/reports.html", "/reports.json",
         "/plan?theme=chains", "/areas?area=110108", "/_dash-layout")  # fmt: skip


@pytest.fixture(scope="module")
def package(edition, tmp_path_factory):
    return package_with(edition, tmp_path_factory.mktemp("register") / "data", ROWS)


@pytest.fixture(scope="module")
def known(package):
    return load(package, is_checked=True)


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Folders of its own for what is kept and published."""
    base = tmp_path_factory.mktemp("kept")
    return {"static_folder": base / "static", "cache_folder": base / "cache"}


@pytest.fixture(scope="module")
def shop(new_app, package, known, folders):
    return new_app(package, known, **folders)


@pytest.fixture
def visit(shop):
    return shop.server.test_client()


def content_of(answer):
    """What somebody can read of an answer, also inside of a workbook or document."""
    found = answer.get_data()
    if not found.startswith(b"PK"):
        return found
    with zipfile.ZipFile(BytesIO(found)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def leaks(content):
    return [
        secret.decode() for secret in SECRETS if secret in content or escaped(secret) in content
    ]


def escaped(secret):
    """As JSON may write it."""
    return secret.decode().encode("ascii", "backslashreplace")


def test_the_secrets_are_in_the_package_and_would_be_found(package):
    assert len(leaks((package / "tables" / "register.csv").read_bytes())) == 2 * len(ROWS)
    assert leaks(b'{"name": "\\u865a\\u6784\\u4f01\\u4e1a0001"}') == ["虚构企业0001"]


def test_the_page_has_the_sums(visit):
    assert "营业收入" in visit.get("/plan").text
    assert "来源：企业和项目登记表" in visit.get("/areas").text


def ways(shop):
    """Every address that gives something away: pages, files, lists of the API, single files."""
    options = shop.answers.site.options
    rules = [
        rule.rule for rule in shop.server.url_map.iter_rules() if "GET" in (rule.methods or ())
    ]
    plain = [rule for rule in rules if "<" not in rule]
    return sorted({*PAGES, *plain, *api.addresses(options), *single_files.addresses(options)})


def test_no_page_file_or_list_has_a_row(shop, visit):
    asked = ways(shop)
    assert len(asked) > 80
    for address in asked:
        with visit.get(address) as answer:
            assert answer.status_code < 500 or answer.status_code == 503, address
            assert leaks(content_of(answer)) == [], address


def test_the_data_package_itself_is_not_given_away(visit, known):
    for address in ("/tables/register.csv", "/data/tables/register.csv", "/register.csv",
                    "/register.xlsx", "/datapackage.json", f"/editions/{known.digest}/register.csv",
                    "/api/v1/register"):  # fmt: skip
        with visit.get(address) as answer:
            assert answer.status_code == 404, address
            assert leaks(answer.get_data()) == []


def test_nothing_that_is_kept_or_published_has_a_row(shop, visit, folders):
    visit.get("/plan")
    shop.prepare()
    files = [path for one in folders.values() for path in one.rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [path.name for path in files if leaks(path.read_bytes())] == []


@pytest.fixture(scope="module")
def door(edition, package, known, new_app, frozen, folders):
    """The edition with a register live, the one without beside it."""
    found = {digest(package): package, digest(edition): edition}

    class Shelf:
        def live(self):
            return digest(package)

        def path(self, name):
            return found.get(name)

        def draft(self, name):
            return package if name == "d" * 16 else None

    def build(folder):
        return new_app(folder, replace(known if folder == package else frozen), **folders)

    front = Flask("door", static_folder=None)
    front.wsgi_app = EditionApps(Shelf(), build, lambda environ: "HTTP_MAY" in environ)
    return front.test_client()


def test_an_edition_by_its_digest_tells_nothing_of_the_register(door, known):
    """Of two editions side by side the difference would be single entities."""
    assert "营业收入 " in door.get("/plan").text
    for address in (f"/plan?data={known.digest}", f"/editions/{known.digest}/plan"):
        text = door.get(address, follow_redirects=True).text
        assert "登记表的合计只在现行版本中列出" in text
        assert "营业收入 " not in text
        assert 'class="registered"' not in text
    assert "登记表的合计只在现行版本中列出" in door.get(f"/areas?data={known.digest}").text


def test_a_draft_has_them_for_who_reviews_it(door):
    draft = f"/{links.DRAFTS}{'d' * 16}/plan"
    assert "营业收入 " in door.get(draft, headers={"May": "1"}).text
    assert "营业收入 " not in door.get(draft).text or door.get(draft).status_code == 404


def test_the_role_is_one_of_the_table(tmp_path):
    from data.editions.roles import Role, Roles

    (tmp_path / ROLES).write_text("who,kind,role,regions\nli,user,register,hebei\n")
    grant, *_ = Roles(tmp_path / ROLES).of("li", ())
    assert (grant.role, grant.regions) == (Role.REGISTER, ("hebei",))
    shutil.rmtree(tmp_path)
