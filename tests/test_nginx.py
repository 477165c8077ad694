"""The configuration of nginx: read by nginx itself and asked like a browser asks, where nginx is there."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.plugin.runs import run_build

ROOT = Path(__file__).parents[1]
CONFIG = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
BASE = """pid {folder}/pid;
error_log {folder}/error.log;
daemon off;
master_process off;
events {{ }}
http {{
    types {{
        text/html html; text/css css; text/xml xml; text/plain txt; application/json json;
        application/javascript js; image/png png; font/woff2 woff2; image/svg+xml svg;
    }}
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/briefing.conf;
}}
"""


def test_nothing_but_the_site_itself_may_run_or_be_fetched():
    policy = re.search(r'Content-Security-Policy "([^"]+)"', CONFIG)
    assert policy
    rules = {name: words for name, *words in (rule.split() for rule in policy[1].split(";"))}
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == rules["connect-src"] == rules["font-src"] == ["'self'"]
    allowed = {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
    assert {word for words in rules.values() for word in words} <= allowed
    # A header within a location would take all headers of the server away there.
    assert not re.search(r"location[^}]*add_header", CONFIG)


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[int]:
    """The port at which nginx serves a site as the configuration says."""
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "seeds").mkdir()
    shutil.copy(ROOT / "tests" / "fixtures" / "formats" / "pact-lines.txt", folder / "seeds" / "pact.txt")
    run_build(None, seeds=folder / "seeds", site_dir=folder / "site", strict=True)
    (folder / "site" / "atom.xml").write_text("<feed/>" * 200)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = CONFIG.replace("/usr/share/nginx/html", f"{folder}/site").replace("8080", f"127.0.0.1:{port}")
    (folder / "briefing.conf").write_text(ours, encoding="utf-8")
    (folder / "nginx.conf").write_text(BASE.format(folder=folder), encoding="utf-8")
    command = [str(NGINX), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def asked(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"} | headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@needs_nginx
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/quotes.html", "text/html; charset=utf-8"),
        ("/briefing.json", "application/json; charset=utf-8"),
        ("/quotes.csv", "text/csv; charset=utf-8"),
        ("/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/llms.txt", "text/plain; charset=utf-8"),
        ("/assets/briefing/css/briefing.css", "text/css; charset=utf-8"),
        ("/assets/briefing/js/briefing.js", "application/javascript; charset=utf-8"),
    ],
)
def test_a_file_is_compressed_and_sent_with_every_header(served, path, kind):
    status, headers, body = asked(served, path)
    assert (status, headers["content-type"], headers["content-encoding"]) == (200, kind, "gzip")
    assert gzip.decompress(body)
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-cache"
    assert headers["server"] == "nginx"


@needs_nginx
def test_what_has_not_changed_is_not_sent_again(served):
    _, headers, _ = asked(served, "/quotes.html")
    status, again, body = asked(served, "/quotes.html", **{"If-None-Match": headers["etag"]})
    assert (status, body) == (304, b"")
    assert "content-security-policy" in again


@needs_nginx
def test_files_named_by_their_content_are_kept_for_good(served):
    _, _, body = asked(served, "/")
    page = gzip.decompress(body).decode()
    found = re.findall(r'(?:src|href)="(assets/[^"]*[/.][0-9a-f]{8}\.(?:min\.)?(?:css|js))"', page)
    assert len(found) >= 3
    for path in found:
        status, headers, _ = asked(served, f"/{path}")
        assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable")


@needs_nginx
@pytest.mark.parametrize("path", ["/gone.html", "/actors/nobody.html", "/.git/config", "/..%2f..%2fetc/passwd"])
def test_what_is_not_there_gets_the_sites_own_page(served, path):
    status, headers, body = asked(served, path)
    if path.startswith("/..%2f"):
        assert status in (400, 404)
        return
    assert status == 404
    assert headers["content-security-policy"]
    assert b"404" in gzip.decompress(body)
    assert b"assets/stylesheets" in gzip.decompress(body)
