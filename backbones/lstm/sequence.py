"""What becomes of three pooled parts: read one after another by an LSTM, or each by itself."""

from __future__ import annotations

from typing import cast

import torch
from torch import nn

from probe.backbones.lstm.pooling import PARTS


class PartSequence(nn.Module):
    """A bidirectional LSTM from head to feet (document 003, section 2.3).

    The steps are written out, so that an evidence map can hold the gates at their values (as Arras
    et al. 2017, arXiv 1706.07206, do for LSTMs: gates take no relevance); what is computed is what
    `torch.nn.LSTM` computes.

    Args:
        inputs: numbers of a pooled part.
        hidden: units of each direction; the source has 256.

    Attributes:
        lstm: torch's module, which holds the weights.
    """

    def __init__(self, inputs: int, hidden: int) -> None:
        super().__init__()
        self.hidden = hidden
        self.lstm = nn.LSTM(inputs, hidden, batch_first=True, bidirectional=True)

    def forward(self, parts: torch.Tensor) -> torch.Tensor:
        """Pooled parts `(n, 3, inputs)` to `(n, 3, 2 hidden)`: downwards, then upwards."""
        steps = range(parts.shape[1])
        down = self._read(parts, list(steps), "")
        up = self._read(parts, list(reversed(steps)), "_reverse")
        return torch.stack([torch.cat([down[at], up[at]], dim=1) for at in steps], dim=1)

    def _read(self, parts: torch.Tensor, order: list[int], suffix: str) -> dict[int, torch.Tensor]:
        """The hidden state after every part, the parts taken in an order."""
        weights = [
            cast("torch.Tensor", getattr(self.lstm, f"{name}_l0{suffix}"))
            for name in ("weight_ih", "bias_ih", "weight_hh", "bias_hh")
        ]
        hidden = cell = parts.new_zeros((parts.shape[0], self.hidden))
        states = {}
        for at in order:
            hidden, cell = _step(parts[:, at], hidden, cell, weights)
            states[at] = hidden
        return states


def _step(
    part: torch.Tensor, hidden: torch.Tensor, cell: torch.Tensor, weights: list[torch.Tensor]
) -> tuple[torch.Tensor, torch.Tensor]:
    """One step of an LSTM; gates stand in torch's order: input, forget, cell, output."""
    of_input, input_bias, of_hidden, hidden_bias = weights
    gates = part @ of_input.T + input_bias + hidden @ of_hidden.T + hidden_bias
    enter, forget, proposed, leave = gates.chunk(4, dim=1)
    cell = torch.sigmoid(forget) * cell + torch.sigmoid(enter) * torch.tanh(proposed)
    return torch.sigmoid(leave) * torch.tanh(cell), cell


class IndependentParts(nn.Module):
    """Every part through a layer of its own, none seeing another (ours: the control of the LSTM).

    Args:
        inputs: numbers of a pooled part.
        outputs: numbers that each is left with: as many as the LSTM gives.
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            nn.Sequential(nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU())
            for _ in range(PARTS)
        )

    def forward(self, parts: torch.Tensor) -> torch.Tensor:
        """Pooled parts `(n, 3, inputs)` to `(n, 3, outputs)`."""
        return torch.stack([layer(parts[:, at]) for at, layer in enumerate(self.layers)], dim=1)
