"""A small network in OpenVINO's form."""

import numpy as np
import pytest


@pytest.fixture
def saved(tmp_path):
    """`saved(size, batch, outputs)`: the path of a network whose vector is the mean of each plane.

    With two outputs, `double` is twice the vector.
    """
    openvino = pytest.importorskip("openvino")
    from openvino import opset13

    def save(size=(32, 16), batch=1, outputs=("vector",), kind=np.float32):
        shape = openvino.PartialShape([batch, 3, *size])
        pictures = opset13.parameter(shape, kind, name="data")
        pictures.output(0).set_names({"data"})
        mean = opset13.reduce_mean(pictures, np.array([2, 3]), keep_dims=False)
        results = []
        for factor, name in enumerate(outputs, 1):
            vector = opset13.multiply(mean, np.array(factor, kind))
            vector.output(0).set_names({name})
            results.append(opset13.result(vector))
        path = tmp_path / "net.xml"
        openvino.save_model(openvino.Model(results, [pictures]), path, compress_to_fp16=False)
        return path

    return save
