"""The plan of the house, held against the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
GROUND = {"model", "lexicon", "errors"}
STAGES = ("read", "language", "extract", "render")
HOMES = {
    "spacy": {"language"},
    "thinc": {"language"},
    "jinja2": {"render"},
    "mkdocs": {"plugin", "cli", "publish", "build", "site"},
    "trafilatura": {"read"},
    "typer": {"cli"},
    "rich": {"cli"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Dotted names of everything a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("stage", STAGES)
def test_stages_do_not_import_each_other(stage):
    for path in FILES:
        if room_of(path) == stage:
            rooms = {name.split(".")[1] for name in imports_of(path) if name.startswith("generator.")}
            strangers = rooms & (set(STAGES) | {"pipeline", "plugin", "cli"}) - {stage}
            assert not strangers, f"{path.relative_to(ROOT)} imports {strangers}"


def test_model_imports_nothing_of_the_package_but_itself():
    for path in FILES:
        if room_of(path) == "model":
            rooms = {name.split(".")[1] for name in imports_of(path) if name.startswith("generator.")}
            assert rooms <= {"model"}, f"{path.relative_to(ROOT)} imports {rooms}"


def test_extractors_do_not_import_each_other():
    """`extract/x.py` may use `extract/common/` and a package of its own, `extract/<its singular>/`."""
    owners = {"speakers": {"actor"}, "overview": {"summary"}}
    for path in sorted((PACKAGE / "extract").glob("*.py")):
        used = {
            name.split(".")[2]
            for name in imports_of(path)
            if name.startswith("generator.extract.") and name.count(".") > 1
        }
        own = {path.stem, path.stem.removesuffix("s"), "common"} | owners.get(path.stem, set())
        assert used <= own, f"extract/{path.name} imports {used - own}"


@pytest.mark.parametrize("library", sorted(HOMES))
def test_each_library_has_one_home(library):
    for path in FILES:
        if any(name.split(".")[0] == library for name in imports_of(path)):
            assert room_of(path) in HOMES[library], f"{path.relative_to(ROOT)} imports {library}"


def test_importing_the_pipeline_loads_nothing_heavy():
    code = (
        "import sys, generator.pipeline; print(sorted({'spacy', 'mkdocs', 'trafilatura', 'jinja2'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"


def test_word_lists_say_what_they_hold_and_where_it_is_from():
    lists = sorted((PACKAGE / "lexicon").rglob("*.txt"))
    assert lists
    for path in lists:
        head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(True)[:12] if line.startswith("#"))
        assert re.search(r"source|written for this project", head, re.I), f"{path.name} names no source"
        assert re.search(r"licen[cs]e|public domain", head, re.I), f"{path.name} names no licence"


def test_no_word_list_hides_in_python():
    """More than a dozen plain words in one literal belong into the lexicon."""
    for path in FILES:
        if room_of(path) not in {"extract", "read", "language"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Set | ast.List | ast.Tuple):
                words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
                plain = [w for w in words if re.fullmatch(r"[a-z]{3,}", w)]
                assert len(plain) <= 12, f"{path.relative_to(ROOT)}:{node.lineno} lists {plain[:4]} …"
