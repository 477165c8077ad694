"""Feeds, sitemap, schemas and JSON-LD of a whole site keep to their standards, and docs/data.md to the truth."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import jsonschema
import pytest
import yaml
from lxml import etree

from generator.plugin import runs
from tests.conftest import served

ROOT = Path(__file__).parents[1]
SCHEMAS = Path(__file__).parent / "schemas"
ADDRESS = "https://example.org/briefing/"
DOCUMENT = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
VOCABULARY = yaml.safe_load((SCHEMAS / "schema_org.yml").read_text(encoding="utf-8"))
ARTICLES = {
    "ferry.txt": """Towns & ports <reopen> a ferry "soon"

LOWPORT, March 3, 2026 — “We have waited long enough,” said Sean O’Brien, the mayor of Lowport. The ferry will start \
in May, the port authority said.

Maria Łukasik, an economist at the University of Vale, said that the line might “pay for itself” by 2031.
""",
    "ferry.yml": "url: https://paper.example/ferry?id=7&page=1\npublished: 2026-03-03\nbyline: [Ann Lee]\n",
    "undated.txt": """A harbour without a date

The harbour master, Jon Aske, refused to open the gate. “Nobody asked us,” he told reporters.
""",
    "undated.yml": "rights: full\n",
}


@pytest.fixture(scope="module", params=["several", "one", "folders"])
def site(request, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose address is known: of two articles, of one, and with an address for each page that ends in "/"."""
    root = tmp_path_factory.mktemp("site")
    (root / "seeds").mkdir()
    for name, text in ARTICLES.items():
        if request.param == "several" or name.startswith("ferry"):
            (root / "seeds" / name).write_text(text, encoding="utf-8")
    settings = (ROOT / "generator" / "default" / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  custom_dir: ../overrides\n", "").replace("  - offline\n", "")
    settings = settings.replace("site_name: Briefing\n", f"site_name: Ours & <theirs>\nsite_url: {ADDRESS}\n")
    if request.param == "folders":
        settings = settings.replace("use_directory_urls: false", "use_directory_urls: true")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "docs").mkdir()
    runs.run_build(root / "mkdocs.yml", seeds=None, site_dir=root / "site", strict=True)
    return root / "site"


def file_at(site: Path, address: str) -> Path:
    """What a web server sends for a whole address of the site."""
    assert address.startswith(ADDRESS), address
    path = site / urldefrag(address)[0].removeprefix(ADDRESS)
    return path / "index.html" if path.is_dir() else path


def faults(schema: str, document: etree._ElementTree) -> list[str]:
    checked = etree.RelaxNG(etree.parse(SCHEMAS / schema))
    checked.validate(document)
    return [str(error) for error in checked.error_log]


def test_the_atom_feed_keeps_to_its_standard_and_leads_to_what_is_there(site):
    feed = etree.parse(site / "atom.xml")
    assert faults("atom.rng", feed) == []
    names = {"a": "http://www.w3.org/2005/Atom"}
    ids = [element.text for element in feed.iterfind(".//a:id", names)]
    assert len(set(ids)) == len(ids)
    for link in feed.iterfind(".//a:link", names):
        if link.get("rel") != "via":
            assert file_at(site, link.get("href")).is_file()
    assert feed.findtext("a:title", namespaces=names) == "Ours & <theirs>"


def test_the_json_feed_keeps_to_its_standard_and_leads_to_what_is_there(site):
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    schema = json.loads((SCHEMAS / "jsonfeed.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(feed)] == []
    addresses = [feed["home_page_url"], feed["feed_url"]]
    addresses += [address for item in feed["items"] for address in (item["url"], item["attachments"][0]["url"])]
    assert [address for address in addresses if not file_at(site, address).is_file()] == []


def test_the_sitemap_keeps_to_its_standard_and_names_every_page(site):
    sitemap = etree.parse(site / "sitemap.xml")
    assert faults("sitemap.rng", sitemap) == []
    named = {file_at(site, element.text) for element in sitemap.iter("{*}loc")}
    assert named == {*site.rglob("*.html")} - {site / "404.html"}


def test_a_site_without_an_address_has_no_sitemap(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "undated.txt").write_text(ARTICLES["undated.txt"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runs.run_build(None, seeds=None, site_dir=None, strict=True)
    assert not [*(tmp_path / "site").glob("sitemap*")]


@pytest.mark.parametrize("place", ["feed", "entry"])
@pytest.mark.parametrize("element", ["id", "title", "updated"])
def test_the_check_of_feeds_finds_what_is_missing(site, place, element):
    feed = etree.parse(site / "atom.xml")
    parent = next(feed.iter(f"{{*}}{place}"))
    parent.remove(parent.find(f"{{*}}{element}"))
    assert faults("atom.rng", feed)


def linked_data(site: Path) -> dict[Path, dict]:
    """The JSON-LD of every page that has some."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        for block in etree.HTML(path.read_text(encoding="utf-8")).iter("script"):
            if block.get("type") == "application/ld+json":
                found[path] = json.loads(block.text)
    return found


def kinds(name: str) -> set[str]:
    return {name} | (kinds(VOCABULARY[name]["is"]) if "is" in VOCABULARY[name] else set())


def faults_of(data: object, expected: list[str], where: str) -> list[str]:
    """What schema.org does not know, or does not take in this place."""
    if isinstance(data, list):
        return [fault for item in data for fault in faults_of(item, expected, where)]
    if isinstance(data, str):
        fits = {
            "Text": bool(data.strip()),
            "URL": bool(re.fullmatch(r"https?://[^\s/]+/\S*", data)),
            "Date": bool(re.fullmatch(r"\d{4}-\d\d-\d\d", data) and date.fromisoformat(data)),
        }
        return [] if any(fits.get(kind) for kind in expected) else [f"{where}: {data!r} is no {expected}"]
    assert isinstance(data, dict)
    if data.get("@type") not in VOCABULARY:
        return [f"{where}: no type {data.get('@type')}"]
    own = kinds(data["@type"])
    found = [] if own & {*expected} else [f"{where}: {data['@type']} is no {expected}"]
    known = {name: kinds for kind in own for name, kinds in VOCABULARY[kind].get("properties", {}).items()}
    for name, value in data.items():
        if name == "@reverse":
            assert [*value] == ["creator"]
            found += faults_of(value["creator"], ["CreativeWork"], f"{where}.creator of")
        elif not name.startswith("@"):
            found += faults_of(value, known[name], f"{where}.{name}") if name in known else [f"{where}: no {name}"]
    return found


def test_linked_data_says_what_schema_org_knows(site):
    found = linked_data(site)
    assert {data["@type"] for data in found.values()} >= {"Report", "CollectionPage", "Person"}
    assert [f for path, data in found.items() for f in faults_of(data, ["Thing"], path.name)] == []
    assert {data["@context"] for data in found.values()} == {"https://schema.org"}


def test_the_check_of_linked_data_finds_what_is_wrong():
    report = {"@type": "Report", "headline": "A", "datePublished": "soon", "jobTitle": "dean", "author": "Ann Lee"}
    assert len(faults_of(report, ["Thing"], "")) == 3
    assert faults_of({"@type": "Quote"}, ["Thing"], "")
    assert faults_of({"@type": "Person", "affiliation": {"@type": "Person", "name": "A"}}, ["Thing"], "")


def test_a_report_says_where_it_stands_who_made_it_and_when(site):
    reports = {path: data for path, data in linked_data(site).items() if data["@type"] == "Report"}
    for path, data in reports.items():
        assert file_at(site, data["url"]) == path
        assert data["creator"] == {"@type": "Organization", "name": "Ours & <theirs>"}
        assert data.get("datePublished") == data["isBasedOn"].get("datePublished")
    assert any("datePublished" in data for data in reports.values())


def ids_in(data: object) -> set[str]:
    if isinstance(data, dict):
        return {data["@id"]} if "@id" in data else set().union(*map(ids_in, data.values()), set())
    return set().union(*map(ids_in, data)) if isinstance(data, list) else set()


def test_every_id_in_linked_data_is_a_place_of_its_page(site):
    found = 0
    for path, data in linked_data(site).items():
        html = path.read_text(encoding="utf-8")
        for identifier in ids_in(data):
            assert f'id="{identifier.removeprefix("#")}"' in html, path
            found += 1
    assert found


def test_published_data_keeps_to_the_published_schema(site):
    schema = json.loads((site / "briefing.schema.json").read_text(encoding="utf-8"))
    checked = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    files = [*site.rglob("briefing.json")]
    assert files
    for path in files:
        assert [e.message for e in checked.iter_errors(json.loads(path.read_text(encoding="utf-8")))] == []


def test_the_schema_of_sidecars_is_published_and_takes_what_the_documentation_shows(site):
    schema = json.loads((site / "sidecar.schema.json").read_text(encoding="utf-8"))
    checked = jsonschema.Draft202012Validator(schema)
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8"), re.DOTALL)
    # Dates as text, as the language server of an editor reads them.
    shown = [data for block in blocks if (data := yaml.load(block, yaml.BaseLoader))]
    assert len(shown) > 1
    for data in shown:
        assert [e.message for e in checked.iter_errors(_as_read(data))] == []
    assert [*checked.iter_errors({"rights": "all"})]


def _as_read(data):
    """BaseLoader leaves `null` and `true` as words."""
    if isinstance(data, dict):
        return {name: _as_read(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_as_read(value) for value in data]
    return {"null": None, "true": True}.get(data, data)


def test_every_file_that_the_documentation_names_is_there(site):
    named = re.findall(r"`([\w.]+)`", DOCUMENT.split("| in the pages")[0].split("|---|", 1)[1])
    files = {name for name in named if "." in name and name != "NAME.yml"}
    assert len(files) == 8
    assert [name for name in files if not [*site.rglob(name)]] == []


def test_every_field_that_the_documentation_names_is_one_and_none_is_left_out(site):
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", DOCUMENT.split("## Fields")[1].split("## Rights")[0], re.MULTILINE)
    schema = json.loads((site / "briefing.schema.json").read_text(encoding="utf-8"))
    assert [name for name, _ in rows] == [*schema["properties"]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory):
    """The sample's own site, with feeds, on a server of this machine."""
    root = tmp_path_factory.mktemp("examples")
    settings = (ROOT / "generator" / "default" / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  custom_dir: ../overrides\n", "").replace("  - offline\n", "")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(f"site_url: {ADDRESS}\n{settings}", encoding="utf-8")
    runs.run_build(root / "mkdocs.yml", seeds=ROOT / "seeds", site_dir=root / "www" / "briefing", strict=True)
    with served(root / "www") as found:
        yield f"{found}briefing/"


def examples(language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found
    return found


@pytest.mark.skipif(not (shutil.which("jq") and shutil.which("curl")), reason="needs jq and curl")
def test_the_examples_for_the_command_line_say_something_true(address):
    quotes, planned, feeds = (
        subprocess.run(["sh", "-c", example.replace(ADDRESS, address)], capture_output=True, text=True, check=True)
        for example in examples("sh")
    )
    assert "Wu Xinbo\tIf China and the United States increase their cooperation" in quotes.stdout
    assert re.search(r"^artificial intelligence: A dialogue", planned.stdout, re.MULTILINE)
    assert feeds.stdout == f"{ADDRESS}briefing.json\n"


def test_the_example_without_any_package_says_something_true(address):
    example = next(code for code in examples("python") if "pandas" not in code)
    done = subprocess.run(
        [sys.executable, "-c", example.replace(ADDRESS, address)], capture_output=True, text=True, check=True
    )
    assert re.search(r"^\d+ Wu Xinbo$", done.stdout, re.MULTILINE)


def test_the_columns_that_the_example_for_pandas_uses_are_there(site):
    example = next(code for code in examples("python") if "pandas" in code)
    text = next(site.rglob("quotes.csv")).read_text(encoding="utf-8-sig")
    columns = next(csv.reader(io.StringIO(text)))
    used = set(re.findall(r'\["(\w+)"\]|groupby\("(\w+)"\)', example))
    assert used
    assert {name for pair in used for name in pair if name} <= {*columns}
    assert urljoin(ADDRESS, "quotes.csv") in example
