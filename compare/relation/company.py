"""How the other links of a pair were read: two sides that quarrel do so in more than one place.

The mean of the others is drawn towards what is ordinary, the more the fewer they are (partial
pooling; Gelman and Hill 2007, chapter 12), so a link that stands alone has ordinary company.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

# Links from this probability on count as company; those that reports tell, by default.
FROM = 0.4
# What is ordinary counts as much as so many other links. Not swept.
ORDINARY_LINKS = 4.0
# Mean probability of each outcome as read, about that of the links of data/gold/train.
ORDINARY = {"divergence": 0.3, "agreement": 0.45}


def company(
    readings: Sequence[Mapping[str, float]], probability: Sequence[float]
) -> list[dict[str, float]]:
    """Return, for each link, how the others of the pair were read, as log odds.

    :param readings: of each link, with the log odds `read_divergence` and `read_agreement`
    :param probability: of each link, [0, 1]
    """
    counts = np.array([float(value >= FROM) for value in probability])
    found: list[dict[str, float]] = [{} for _ in readings]
    for name, ordinary in ORDINARY.items():
        odds = np.array([item[f"read_{name}"] for item in readings])
        read = counts / (1 + np.exp(-odds))
        others, links = read.sum() - read, counts.sum() - counts
        mean = (others + ORDINARY_LINKS * ordinary) / (links + ORDINARY_LINKS)
        for at, value in enumerate(np.log(mean / (1 - mean))):
            found[at][f"others_{name}"] = float(value)
    return found
