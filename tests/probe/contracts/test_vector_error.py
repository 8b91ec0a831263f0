import pickle

from probe.contracts.vector_error import of_picture, vector_error
from probe.errors import VectorError
from probe.wording import Message, speaking

NODE = ": the first such numbers come from its node Mul"


def test_it_says_in_english_what_the_error_says_itself():
    assert str(vector_error("stripes", 3, NODE)) == str(VectorError("stripes", 3, NODE))
    picture = Message("embedding-picture-id", {"id": "3f2a"})
    named = of_picture(vector_error("stripes", 3, NODE), picture)
    assert str(named) == str(VectorError("stripes", 3, NODE).named("picture 3f2a"))
    assert (named.backbone, named.picture, named.cause) == ("stripes", "picture 3f2a", NODE)


def test_it_is_told_in_the_language_that_is_spoken_and_arrives_whole():
    with speaking("ja"):
        error = of_picture(
            vector_error("stripes", 3), Message("embedding-picture-id", {"id": "3f2a"})
        )
    assert error.message == "画像3f2aに対するstripesのベクトルが有限ではありません"
    assert "別の精度" in (error.hint or "")
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (str(arrived), arrived.picture) == (str(error), error.picture)
