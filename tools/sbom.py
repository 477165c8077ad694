"""What is inside a release, as CycloneDX 1.5 JSON on standard output: `python tools/sbom.py > sbom.json`.

Python packages with version and hashes come from requirements.txt, their licences from what is installed; vendored
browser files from generator/assets/VENDORED.txt; the language model from its own record. The same commit and the same
environment give the same bytes. Exit status 1 where a package is missing or its licence is not one of LICENCES.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# The licences that may come with ours, as packages name them: they ask for their notice, MPL and OFL also for their own
# files, CC BY-SA for what is made of the model's data.
LICENCES = frozenset(
    [
        *("MIT", "MIT License", "MIT-CMU", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC License (ISCL)"),
        *("Apache-2.0", "Apache Software License", "PSF-2.0", "CNRI-Python", "Zlib", "CC0-1.0", "OFL-1.1"),
        *("MPL-1.1", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "CC-BY-SA-4.0"),
    ]
)
# As its card says (generator/language/model/README.md).
MODEL_LICENCE = "CC-BY-SA-4.0"
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main() -> int:
    components = [*packages(), *browser_files(), model()]
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "briefing-site", "version": version()}},
        "components": components,
    }
    json.dump(bom, sys.stdout, ensure_ascii=False, indent=1)
    print()
    refused = [c["name"] for c in components if not is_allowed(c["licenses"][0]["license"]["name"])]
    for name in refused:
        print(f"{name}: its licence is unknown or not on the list", file=sys.stderr)
    return 1 if refused else 0


def is_allowed(stated: str) -> bool:
    """Whether we may pass it on: every licence that a package is under at once, and one of those that it offers."""
    return any(all(part.strip() in LICENCES for part in re.split(r" AND |, ", one)) for one in stated.split(" OR "))


def packages(lock: str = "requirements.txt") -> list[dict[str, Any]]:
    """Each pinned package once, in the order of the lock file. Where two versions are pinned, that of this Python."""
    found: dict[str, dict[str, Any]] = {}
    entries = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / lock).read_text(encoding="utf-8"))
    for entry in entries:
        pinned = _PACKAGE.match(entry)
        if pinned is None:
            continue
        name, pin = pinned.groups()
        if name in found and _installed(name) != pin:
            continue
        found[name] = {
            "type": "library",
            "name": name,
            "version": pin,
            "purl": f"pkg:pypi/{name}@{pin}",
            "licenses": [{"license": {"name": licence_of(name)}}],
            "hashes": [{"alg": "SHA-256", "content": digest} for digest in sorted(_HASH.findall(entry))],
        }
    return list(found.values())


def licence_of(name: str) -> str:
    """As the package states it; "unknown" where it is not installed or says nothing."""
    try:
        stated = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "unknown"
    classifiers = [c.split("::")[-1].strip() for c in stated.get_all("Classifier") or () if c.startswith("License ::")]
    first_line = (stated.get("License") or "").strip().partition("\n")[0]
    return stated.get("License-Expression") or ", ".join(classifiers) or first_line or "unknown"


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def browser_files() -> list[dict[str, Any]]:
    """The vendored files, a component each."""
    lines = (ROOT / "generator/assets/VENDORED.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if re.search(r"\b[0-9a-f]{64}$", line)]
    return [
        {
            "type": "file",
            "name": file,
            "version": pin,
            "purl": f"pkg:npm/{package.replace('@', '%40')}@{pin}",
            "licenses": [{"license": {"name": licence}}],
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }
        for package, pin, licence, file, digest in rows
    ]


def model() -> dict[str, Any]:
    """The language model that ships inside the package."""
    stated = json.loads((ROOT / "generator/language/model/meta.json").read_text(encoding="utf-8"))
    return {
        "type": "machine-learning-model",
        "name": f"{stated['lang']}_{stated['name']}",
        "version": stated["version"],
        "licenses": [{"license": {"name": MODEL_LICENCE}}],
    }


def version() -> str:
    source = (ROOT / "generator/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', source)
    return found[1] if found else "unknown"


if __name__ == "__main__":
    sys.exit(main())
