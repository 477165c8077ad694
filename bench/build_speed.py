"""How much time the generator takes beside MkDocs: `python bench/build_speed.py [SEEDS]`.

Both builds run in this process, one after the other and several times, on the same pages: "ours" reads, analyses,
renders and builds; "bare" is MkDocs with the same settings on the Markdown that `briefing write` has put on disk. The
generator's own share is the difference of the two medians. The first round of each is left out: it loads the model, the
theme's templates and Python's modules, which `--cold` measures in fresh processes instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", nargs="?", type=Path, default=ROOT / "seeds")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cold", action="store_true", help="a fresh process for each build")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = prepared(Path(folder), options.seeds)
        run = in_a_process if options.cold else in_this_process
        times = {"ours": [], "bare": []}
        for number in range(options.rounds + 1):
            for name, config in (("ours", ours), ("bare", bare)):
                seconds = timed(lambda config=config: run(config))
                if number:
                    times[name].append(seconds)
        pages = sum(1 for _ in (Path(folder) / "ours").rglob("*.html"))
    medians = {name: statistics.median(values) for name, values in times.items()}
    own = medians["ours"] - medians["bare"]
    for name, values in times.items():
        print(f"{name}: {medians[name]:.3f} s (from {min(values):.3f} to {max(values):.3f}, {len(values)} rounds)")
    print(f"the generator's own share: {own:.3f} s, {own / medians['bare']:.0%} of the bare build; {pages} pages")


def prepared(folder: Path, seeds: Path) -> tuple[Path, Path]:
    """Two settings files: one with the plugin on the seeds, one without it on the written pages."""
    with (ROOT / "generator/default/mkdocs.yml").open(encoding="utf-8") as stream:
        config = yaml.safe_load(stream)
    config["theme"]["custom_dir"] = str(ROOT / "generator/overrides")
    plugins = [entry for entry in config["plugins"] if "briefing" not in entry]
    (folder / "docs").mkdir()
    (folder / "written").mkdir()
    briefing = {"briefing": {"seeds": str(seeds.resolve())}}
    written = config | {"docs_dir": "written", "site_dir": "write", "plugins": [*plugins, briefing]}
    (folder / "write.yml").write_text(yaml.safe_dump(written))
    command = [sys.executable, "-c", "from generator.cli import main; main()", "write", "--config", "write.yml"]
    subprocess.run(command, cwd=folder, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    (folder / "ours.yml").write_text(yaml.safe_dump(config | {"site_dir": "ours", "plugins": [*plugins, briefing]}))
    (folder / "bare.yml").write_text(
        yaml.safe_dump(config | {"docs_dir": "written", "site_dir": "bare", "plugins": plugins})
    )
    shutil.rmtree(folder / "write", ignore_errors=True)
    return folder / "ours.yml", folder / "bare.yml"


def in_this_process(config: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.config.defaults import MkDocsConfig

    # MkDocs keeps a plugin object for the next build; a build of its own must not know the articles already.
    MkDocsConfig.plugins.plugin_cache.clear()
    loaded = load_config(str(config))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    loaded.plugins.on_shutdown()


def in_a_process(config: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})


def timed(action: Callable[[], None]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
