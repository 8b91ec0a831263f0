import pickle

from probe.contracts.vector_error import of_picture, vector_error
from probe.errors import VectorError
from probe.wording import Message, speaking

NODE = ": the first such numbers come from its node Mul"


def test_it_says_which_picture_and_where_in_the_network_it_begins():
    error = vector_error("stripes", 3, NODE)
    assert isinstance(error, VectorError)
    assert str(error) == (
        f"stripes gives a vector that is not finite for picture 3 of the batch{NODE}\n"
        "  Check the weights with another precision or engine."
    )
    named = of_picture(error, Message("embedding-picture-id", {"id": "3f2a"}))
    assert named.message == f"stripes gives a vector that is not finite for picture 3f2a{NODE}"
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
