"""The workflows keep to their schemas, pin what they use, and hold no more rights than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"
SCHEMAS = {WORKFLOW: "vendor.github-workflows", ROOT / ".gitlab-ci.yml": "vendor.gitlab-ci"}


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_workflow_keeps_to_its_schema(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[path], str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_actions_are_pinned_by_commit():
    used = re.findall(r"uses:\s*(\S+)", WORKFLOW.read_text(encoding="utf-8"))
    assert used
    assert [u for u in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", u)] == []


def test_rights_are_given_job_by_job():
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
