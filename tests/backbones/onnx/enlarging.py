"""Graphs that make pictures larger, or should."""

import onnx
from onnx import TensorProto, helper


def save_enlarging(
    path, *, scale=2, times=1.0, size=("h", "w"), channels=3, mean=False, noise=0.0, even=False
):
    """A graph that repeats every pixel `scale` times each way and multiplies values.

    `mean`: the mean of the map in its place; `noise` of that standard deviation is added; `even`:
    it fails on pictures of an odd height or width.
    """
    scales = helper.make_tensor("scales", TensorProto.FLOAT, [4], [1, 1, scale, scale])
    factor = helper.make_tensor("factor", TensorProto.FLOAT, [], [times])
    nodes = [
        helper.make_node("Resize", ["x", "", "scales"], ["large"], mode="nearest",
                         coordinate_transformation_mode="asymmetric", nearest_mode="floor"),
        helper.make_node("Mul", ["large", "factor"], ["y"]),
    ]  # fmt: skip
    if mean:
        nodes[1] = helper.make_node("GlobalAveragePool", ["large"], ["y"])
    if noise:
        nodes[1:] = [
            helper.make_node("RandomNormalLike", ["large"], ["noise"], scale=noise),
            helper.make_node("Add", ["large", "noise"], ["y"]),
        ]
    if even:
        nodes[1:] = [
            helper.make_node("SpaceToDepth", ["x"], ["deep"], blocksize=2),
            helper.make_node("ReduceMean", ["deep"], ["middle"], keepdims=0),
            helper.make_node("Sub", ["middle", "middle"], ["nothing"]),
            helper.make_node("Add", ["large", "nothing"], ["y"]),
        ]
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, channels, *size])
    given = helper.make_tensor_value_info("y", TensorProto.FLOAT, None)
    graph = helper.make_graph(nodes, "g", [taken], [given], initializer=[scales, factor])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(path))
    return path
