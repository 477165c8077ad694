"""The workflows keep to their schemas, pin what they use, and hold no more rights than they need."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
SCHEMAS = dict.fromkeys(WORKFLOWS, "vendor.github-workflows") | {GITLAB: "vendor.gitlab-ci"}


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_workflow_keeps_to_its_schema(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[path], str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_say_which_version_that_is(path):
    used = re.findall(r"uses:\s*(.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [u for u in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []


def test_one_action_has_one_commit():
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    used = {tuple(u.split("@")) for text in texts for u in re.findall(r"uses:\s*(\S+)", text)}
    assert len({name for name, _ in used}) == len(used)


# What a job may do beyond reading the repository, and why it must.
RIGHTS = {
    ("site.yml", "publish"): {"pages": "write", "id-token": "write"},
}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job_and_are_the_least(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == RIGHTS.get((path.name, name), {"contents": "read"}), name
        assert job["timeout-minutes"] <= 45
        checkouts = [step for step in job.get("steps", ()) if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)
        assert all(step["with"]["fetch-depth"] == 0 for step in checkouts), "corrections need their dates"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_word_of_a_pull_request_is_run(path):
    """What a stranger can name, such as a title or a branch, reaches a script as a variable only."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    events = workflow[True]
    assert not {"pull_request_target", "workflow_run"} & set(events)
    scripts = [step["run"] for job in workflow["jobs"].values() for step in job.get("steps", ()) if "run" in step]
    assert [script for script in scripts if "${{" in script] == []


def test_only_main_is_published():
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["jobs"]["publish"]["if"] == "github.ref == 'refs/heads/main'"
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert gitlab["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_both_report_what_a_request_changes_and_fetch_the_history():
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
    (report,) = [step for step in steps if ".ci/changes" in step.get("run", "")]
    assert report["if"] == "github.event_name == 'pull_request'"
    assert [step["with"]["path"] for step in steps if step.get("with", {}).get("name") == "changes"] == ["changes.md"]
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    assert 'bash .ci/changes "$CI_MERGE_REQUEST_DIFF_BASE_SHA"' in gitlab["changes"]["script"]
    assert gitlab["changes"]["artifacts"]["paths"] == ["changes.md"]
    assert gitlab["changes"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_the_report_says_in_words_what_changed_since_a_commit(tmp_path):
    folder, tools = tmp_path / "project", tmp_path / "tools"
    shutil.copytree(ROOT / "generator" / "default", folder)
    config = folder / "mkdocs.yml"
    overrides = f"{ROOT}/generator/overrides"
    config.write_text(config.read_text(encoding="utf-8").replace("../overrides", overrides), encoding="utf-8")
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    (folder / "seeds").mkdir()
    seed = folder / "seeds" / "toll.txt"
    seed.write_text(
        "Bridge toll\n\nMayor Ines Holt said the bridge would carry a toll. She left early.\n", encoding="utf-8"
    )
    # Stand-ins for what make would install.
    program(tools / "make", "exit 0")
    program(folder / ".venv" / "bin" / "briefing", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"')
    env = os.environ | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    env |= {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def run(*command: str) -> str:
        return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True).stdout

    (folder / ".gitignore").write_text("/.venv/\n/site/\n/changes.md\n")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        run("git", *command)
    base = run("git", "rev-parse", "HEAD").strip()
    seed.with_suffix(".yml").write_text("actors:\n  Ines Holt:\n    name: Ines M. Holt\n", encoding="utf-8")
    run("bash", ".ci/changes", base)
    report = (folder / "changes.md").read_text(encoding="utf-8")
    assert report.startswith("### Bridge toll")
    assert "**Actors**\n\n- changed: Ines M. Holt" in report
    assert "**Corrections**\n\n- added: Actor “Ines Holt”" in report
    assert run("git", "worktree", "list").count("\n") == 1
    # An earlier state that cannot be built is no reason to fail.
    seed.with_suffix(".yml").write_text("actors: [", encoding="utf-8")
    run("git", "add", ".")
    run("git", "commit", "-qm", "broken")
    run("bash", ".ci/changes", "HEAD")
    assert (folder / "changes.md").read_text(encoding="utf-8").startswith("The earlier version cannot be built")


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
