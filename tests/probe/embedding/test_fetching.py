"""Downloads against a server on this machine: resumed, checked, and clear when it cannot be had."""

import hashlib
import http.server
import threading

import pytest

from probe.contracts import BackboneCard
from probe.embedding.fetching import fetch, weights_path
from probe.errors import BackboneError

DATA = bytes(range(256)) * 4000


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves DATA; knows ranges; can break off."""

    def do_GET(self):
        server = self.server
        server.ranges.append(self.headers.get("Range"))
        server.conditions.append(self.headers.get("If-Range"))
        data = server.data
        if self.path == "/missing.pth":
            self.send_error(404)
            return
        start = 0
        same = self.headers.get("If-Range") in (None, server.version)
        if server.knows_ranges and same and self.headers.get("Range"):
            start = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
            if start >= len(data):
                self.send_error(416)
                return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.send_header("ETag", server.version)
        self.end_headers()
        stop = len(data) if server.breaks_off is None else server.breaks_off
        self.wfile.write(data[start:stop])

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.ranges, running.knows_ranges, running.breaks_off = [], True, None
    running.conditions, running.data, running.version = [], DATA, '"one"'
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def card(server, path="/w.pth", sha256=None):
    known = hashlib.sha256(DATA).hexdigest() if sha256 is None else sha256
    address = f"http://127.0.0.1:{server.server_port}{path}"
    return BackboneCard("net", tag="a", sha256=known, url=address, source="the authors' page")


def test_a_file_is_fetched_once(server, tmp_path):
    seen = []
    path = fetch(card(server), tmp_path, lambda done, total: seen.append((done, total)))
    assert path == weights_path(card(server), tmp_path)
    assert path.read_bytes() == DATA
    assert seen[-1] == (len(DATA), len(DATA))
    fetch(card(server), tmp_path)
    assert len(server.ranges) == 1


@pytest.mark.parametrize("knows_ranges", [True, False])
def test_an_interrupted_download_goes_on(server, tmp_path, knows_ranges):
    server.breaks_off, server.knows_ranges = 300_000, knows_ranges
    with pytest.raises(BackboneError, match=r"300,000 bytes are kept(.|\n)*--backbone net=FILE"):
        fetch(card(server), tmp_path)
    server.breaks_off = None
    assert fetch(card(server), tmp_path).read_bytes() == DATA
    assert server.ranges == [None, "bytes=300000-"]
    assert [p.name for p in tmp_path.iterdir()] == ["net.a.pth"]


def test_a_whole_part_is_only_checked(server, tmp_path):
    (tmp_path / "net.a.pth.part").write_bytes(DATA)
    assert fetch(card(server), tmp_path).read_bytes() == DATA


def test_another_file_is_thrown_away(server, tmp_path):
    with pytest.raises(BackboneError, match=r"what came is not the file of net\.a"):
        fetch(card(server, sha256="00" * 32), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_fetched_again(server, tmp_path):
    weights_path(card(server), tmp_path).write_bytes(b"damaged")
    assert fetch(card(server), tmp_path).read_bytes() == DATA


def test_without_a_connection_the_way_by_hand_is_told(server, tmp_path):
    with pytest.raises(BackboneError, match="Not Found"):
        fetch(card(server, "/missing.pth"), tmp_path)
    gone = card(server)
    server.shutdown()
    server.server_close()
    with pytest.raises(BackboneError, match=r"could not be fetched(.|\n)*without a connection"):
        fetch(gone, tmp_path)


def test_what_has_no_address_says_where_to_get_it(server, tmp_path):
    with pytest.raises(BackboneError, match=r"by hand from the authors' page"):
        fetch(card(server).with_changes(url=""), tmp_path)
    with pytest.raises(BackboneError, match="only http"):
        fetch(card(server).with_changes(url="file:///etc/passwd"), tmp_path)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><p>quota exceeded", "it is a web page"),
        (b'{"error": "quota"}', "it is JSON"),
        (b"", "it is empty"),
        (b"PK\x03\x04" + b"cut" * 50, "it is cut short"),
        (b"some text", "it is no file of PyTorch"),
    ],
)
def test_without_a_known_checksum_a_file_must_be_what_it_claims(server, tmp_path, body, said):
    server.data = body
    with pytest.raises(BackboneError, match=said) as caught:
        fetch(card(server, sha256=""), tmp_path)
    assert "thrown away" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_or_changed_part_is_not_continued(server, tmp_path):
    path = weights_path(card(server), tmp_path)
    path.with_name(path.name + ".part").write_bytes(b"of another file")
    assert fetch(card(server), tmp_path).read_bytes() == DATA
    assert server.ranges == [None]
    path.unlink()
    server.breaks_off, server.version = 300_000, '"one"'
    with pytest.raises(BackboneError, match="300,000 bytes are kept"):
        fetch(card(server), tmp_path)
    server.breaks_off, server.version = None, '"two"'
    assert fetch(card(server), tmp_path).read_bytes() == DATA
    assert server.conditions[-1] == '"one"'
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
