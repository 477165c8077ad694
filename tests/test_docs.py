"""What the README promises is there: commands with their options, files, links, pictures, `make` targets."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer

from generator.build import build
from generator.cli import app
from generator.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# Made by the build or by the set-up.
MADE = {"site", ".venv"}


def commands() -> dict[str, set[str]]:
    """Options of each command of `briefing`."""
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    return {
        name: {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        for name, command in group.commands.items()
    }


def promised(text: str) -> list[tuple[str, set[str]]]:
    """Every `briefing COMMAND …` in code of the text, with the options named."""
    code = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^ {4}(.+)$", text, re.MULTILINE)
    calls = [found for line in code if (found := re.match(r"(?:\S*/)?briefing +([a-z]+)(.*)", line))]
    return [(call[1], set(re.findall(r"--[a-z-]+", call[2]))) for call in calls]


def test_readme_names_every_command():
    assert {name for name, _ in promised(README)} == commands().keys()


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_command_and_option_that_is_named_exists(text):
    known = commands()
    for name, options in promised(text):
        assert name in known
        assert options <= known[name], name


def tree() -> list[str]:
    """Paths of the tree in the README: two spaces deeper is one folder deeper."""
    lines = re.search(r"## What is where\n\n((?: {4}.*\n)+)", README)
    assert lines, "the README has no tree"
    found, folders = [], [""] * 9
    for indent, names in re.findall(r"^ {4}( *)(\S+(?:, \S+)*) {2,}\S", lines[1], re.MULTILINE):
        depth = len(indent) // 2
        found += ["".join(folders[:depth]) + name for name in names.split(", ")]
        folders[depth] = names
    return found


def test_every_path_of_the_tree_exists():
    assert len(tree()) > 10
    assert [path for path in tree() if not (ROOT / path).exists()] == []
    assert [path for path in tree() if path.endswith("/") and not (ROOT / path).is_dir()] == []


def test_every_folder_of_the_repository_is_in_the_tree():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    folders = {path.split("/")[0] + "/" for path in listed.splitlines() if "/" in path and path[0] != "."}
    assert folders <= {*tree(), *NOT_IN_THE_TREE}


# Helpers of the Makefile and of hosts, which nobody has to look for.
NOT_IN_THE_TREE = {"tools/", "deploy/"}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "seeds/README.md"])
def test_every_link_and_picture_resolves(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match("[a-z]+:", target)]
    headings = {slug(title) for title in re.findall(r"^#+ +(.+)$", text, re.MULTILINE)}
    for target in targets:
        path, _, anchor = target.partition("#")
        assert ((ROOT / name).parent / path).exists(), target
        assert path or anchor in headings, target


def test_git_ignores_what_the_commands_put_into_the_repository(tmp_path):
    """A newcomer's `git status` shows the article, and nothing that was made from it."""
    sample = (ROOT / "seeds" / "us-china-thaw.txt").read_text(encoding="utf-8")
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(sample, encoding="utf-8")
    pages = [build(Settings(folder, site_url="https://x.example/")).files() for folder in (tmp_path, ROOT / "seeds")]
    made = {f"docs/{path}" for files in pages for path in files} | {"site/index.html", "site.zip", "briefing.pdf"}
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        cwd=ROOT,
        input="\n".join(made),
        capture_output=True,
        text=True,
    )
    if done.returncode > 1:
        pytest.skip("this is no repository")
    assert made - set(done.stdout.splitlines()) == set()


def slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_path_in_the_prose_exists(text):
    """Code with a slash in it and no space, unless it stands for any: `seeds/NAME.txt`, `read/x.py`, `cases/x.yml`."""
    paths = re.findall(r"`([\w./-]+/[\w./-]*)`", text)
    paths = [path for path in paths if not re.search(r"(\b[A-Z]{4}|/x)\.\w+$", path)]
    there = [path for path in paths if path.split("/")[0] not in MADE]
    assert there
    below = [ROOT, ROOT / "generator"]
    assert [path for path in there if not any((folder / path).exists() for folder in below)] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING, MAKEFILE[:900]], ids=["README", "CONTRIBUTING", "top"])
def test_every_make_target_that_is_named_exists(text):
    named = re.findall(r"(?:`|^ {4}|^# )make (\w+)", text, re.MULTILINE)
    targets = set(re.findall(r"^(\w+):", MAKEFILE, re.MULTILINE))
    assert named
    assert {*named} <= targets


def test_changelog_and_licence_are_there():
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "MIT" in (ROOT / "LICENSE").read_text(encoding="utf-8")
