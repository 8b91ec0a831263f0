"""YOLACT's losses by plain loops in float64, written from the paper and the official settings.

Nothing of this shares code with `probe.backbones._yolact`; numbers are Python's own.
"""

import math


def corners(anchor):
    x, y, w, h = anchor
    return x - w / 2, y - h / 2, x + w / 2, y + h / 2


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def shared(a, b):
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return max(wide, 0.0) * max(high, 0.0)


def iou(a, b):
    both = shared(a, b)
    return both / (area(a) + area(b) - both)


def match(boxes, classes, crowds, anchors, positive=0.5, negative=0.4, crowd=0.7):
    """(class target, number of the instance) of every anchor; -1 neutral, 0 background."""
    single = [n for n in range(len(boxes)) if not crowds[n]]
    taken = {}
    while len(taken) < len(single):
        pairs = [
            (iou(boxes[n], corners(anchor)), n, place)
            for n in single
            if n not in taken
            for place, anchor in enumerate(anchors)
            if place not in taken.values()
        ]
        _, n, place = max(pairs, key=lambda pair: pair[0])
        taken[n] = place
    targets = []
    for place, anchor in enumerate(anchors):
        owner = [n for n, at in taken.items() if at == place]
        overlaps = {n: iou(boxes[n], corners(anchor)) for n in single}
        best = max(overlaps, key=overlaps.get) if overlaps else None
        if owner:
            targets.append((classes[owner[0]] + 1, owner[0]))
        elif best is not None and overlaps[best] >= positive:
            targets.append((classes[best] + 1, best))
        elif any(
            shared(corners(anchor), boxes[n]) / area(corners(anchor)) > crowd
            for n in range(len(boxes))
            if crowds[n]
        ):
            targets.append((-1, None))
        elif best is not None and overlaps[best] >= negative:
            targets.append((-1, best))
        else:
            targets.append((0, best))
    return targets


def offsets(box, anchor):
    x, y, w, h = anchor
    return (
        ((box[0] + box[2]) / 2 - x) / (0.1 * w),
        ((box[1] + box[3]) / 2 - y) / (0.1 * h),
        math.log((box[2] - box[0]) / w) / 0.2,
        math.log((box[3] - box[1]) / h) / 0.2,
    )


def smooth_l1(difference):
    size = abs(difference)
    return 0.5 * size * size if size < 1 else size - 0.5


def box_loss(said, boxes, anchors, targets):
    total = 0.0
    for row, (kind, n) in enumerate(targets):
        if kind > 0:
            wanted = offsets(boxes[n], anchors[row])
            total += sum(smooth_l1(a - b) for a, b in zip(said[row], wanted, strict=True))
    return total


def cross_entropy(logits, kind):
    return math.log(sum(math.exp(value) for value in logits)) - logits[kind]


def class_loss(logits, targets, negatives=3):
    positive = [row for row, (kind, _) in enumerate(targets) if kind > 0]
    background = [row for row, (kind, _) in enumerate(targets) if kind == 0]
    background.sort(key=lambda row: -cross_entropy(logits[row], 0))
    learnt = background[: min(negatives * len(positive), len(targets) - 1)]
    return sum(cross_entropy(logits[row], targets[row][0]) for row in positive) + sum(
        cross_entropy(logits[row], 0) for row in learnt
    )


def smaller(mask, height, width):
    """Bilinear without aligned corners, then cut at one half."""
    down, across = len(mask), len(mask[0])

    def place(at, new, old):
        exact = max((at + 0.5) * old / new - 0.5, 0.0)
        low = min(int(exact), old - 1)
        return low, min(low + 1, old - 1), exact - low

    rows = []
    for y in range(height):
        top, below, dy = place(y, height, down)
        row = []
        for x in range(width):
            left, right, dx = place(x, width, across)
            upper = mask[top][left] * (1 - dx) + mask[top][right] * dx
            lower = mask[below][left] * (1 - dx) + mask[below][right] * dx
            row.append(1.0 if upper * (1 - dy) + lower * dy > 0.5 else 0.0)
        rows.append(row)
    return rows


def soft_mask(prototypes, coefficients, box):
    """Sigmoid of the sum of prototypes, 0 outside of the box and one place around it."""
    height, width = len(prototypes), len(prototypes[0])
    left, right = max(box[0] * width - 1, 0), min(box[2] * width + 1, width)
    top, below = max(box[1] * height - 1, 0), min(box[3] * height + 1, height)
    mask = []
    for y in range(height):
        row = []
        for x in range(width):
            total = sum(a * b for a, b in zip(prototypes[y][x], coefficients, strict=True))
            inside = left <= x < right and top <= y < below
            row.append(1 / (1 + math.exp(-total)) if inside else 0.0)
        mask.append(row)
    return mask


def mask_loss(soft, wanted, box):
    height, width = len(soft), len(soft[0])
    total = 0.0
    for row, truth in zip(soft, wanted, strict=True):
        for said, is_there in zip(row, truth, strict=True):
            likelihood = said if is_there else 1 - said
            total -= max(math.log(likelihood), -100.0) if likelihood > 0 else -100.0
    return total / ((box[2] - box[0]) * width * (box[3] - box[1]) * height)


def mask_iou(soft, wanted):
    both = either = 0
    for row, truth in zip(soft, wanted, strict=True):
        for said, is_there in zip(row, truth, strict=True):
            both += said > 0.5 and is_there > 0
            either += said > 0.5 or is_there > 0
    return both / either


def class_map_loss(logits, masks_by_class):
    """Of one frame: mean over places, sum over classes."""
    total = 0.0
    for kind, rows in enumerate(logits):
        for y, row in enumerate(rows):
            for x, logit in enumerate(row):
                there = any(mask[y][x] for mask in masks_by_class.get(kind, ()))
                total += math.log1p(math.exp(-logit)) if there else math.log1p(math.exp(logit))
    return total / (len(logits[0]) * len(logits[0][0]))
