"""Intervals of shares."""

from __future__ import annotations

import math

Z95 = 1.959964  # quantile of the normal distribution for an interval of 95 percent


def wilson(right: int, judged: int) -> tuple[float, float]:
    """Wilson's interval of 95 percent for a share (Wilson 1927); from 0 to 1 where nothing was judged.

    Args:
        right, judged: how many are right, of how many drawn at random.
    """
    if not judged:
        return 0.0, 1.0
    share, z2 = right / judged, Z95**2
    middle = share + z2 / (2 * judged)
    spread = Z95 * math.sqrt(share * (1 - share) / judged + z2 / (4 * judged**2))
    scale = 1 + z2 / judged
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
