"""Wheel and sdist hold all that a site needs, and build one in an empty folder; nothing is downloaded."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.plugin.test_plugin import ARTICLE

ROOT = Path(__file__).parents[1]
# One file of each kind; the rest of a folder comes with it, or `test_every_data_file…` fails.
NEEDED = [
    "generator/language/model/config.cfg",
    "generator/language/model/vectors.npz",
    "generator/language/model/README.md",
    "generator/lexicon/en/cue_verbs.txt",
    "generator/render/templates/overview.md.j2",
    "generator/assets/VENDORED.txt",
    "generator/assets/css/briefing.css",
    "generator/overrides/main.html",
    "generator/default/mkdocs.yml",
    "generator/data/briefing.schema.json",
    "generator/data/measured.json",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    _run(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("briefing_site-*.whl")
    return built


def test_every_data_file_of_the_package_is_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    listed = _run("git", "ls-files", "generator", cwd=ROOT).splitlines()
    assert listed
    assert [path for path in listed if path not in held and (ROOT / path).exists()] == []
    assert [path for path in NEEDED if path not in held] == []
    assert any(path.endswith("licenses/LICENSE") for path in held)


def test_wheel_holds_the_package_only(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {path.split("/")[0] for path in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    code = "import sys; from hatchling.build import build_sdist; build_sdist(sys.argv[1])"
    _run(sys.executable, "-c", code, folder, cwd=ROOT)
    (built,) = folder.glob("briefing_site-*.tar.gz")
    return built


def test_sdist_holds_every_file_of_the_repository_and_no_other(sdist):
    with tarfile.open(sdist) as archive:
        held = {member.name.partition("/")[2] for member in archive.getmembers()}
    listed = {path for path in _run("git", "ls-files", cwd=ROOT).splitlines() if (ROOT / path).exists()}
    assert {path for path in listed - held if not path.startswith(".")} == set()
    unknown = held - listed - {"PKG-INFO"}
    assert [path for path in unknown if _run("git", "ls-files", "--others", "--exclude-standard", path, cwd=ROOT)] == [
        *unknown
    ]


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_installed_package_builds_a_site_in_an_empty_folder(kind, request, tmp_path):
    package = request.getfixturevalue(kind)
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    paths = {"base": str(environment), "platbase": str(environment)}
    scheme = "venv" if "venv" in sysconfig.get_scheme_names() else sysconfig.get_default_scheme()
    packages = Path(sysconfig.get_path("purelib", scheme, paths))
    scripts = Path(sysconfig.get_path("scripts", scheme, paths))
    python = scripts / Path(sys.executable).name
    if not python.exists():
        python = scripts / "python"
    # What it depends on, and what builds an sdist, from the environment of the tests; its own package comes first.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = ["-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--no-build-isolation", "--quiet"]
    _run(sys.executable, *pip, "--ignore-installed", "--disable-pip-version-check", package, cwd=tmp_path)
    folder = tmp_path / "folder"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "harbour.txt").write_text(ARTICLE)
    where = _run(python, "-c", "import generator; print(generator.__file__)", cwd=folder)
    assert Path(where.strip()).is_relative_to(packages)
    _run(scripts / "briefing", "build", cwd=folder)
    assert "Harbour" in (folder / "site" / "index.html").read_text(encoding="utf-8")


def _run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that has to end well; none of the checkout's packages is on its path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "COV"))}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
