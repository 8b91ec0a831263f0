"""What a recipe's digest sees."""


def test_digest_ignores_the_summary_only(tiny):
    assert tiny(summary="other").digest() == tiny().digest()
    assert tiny(seed=4).digest() != tiny().digest()
