"""The script that a user of stock docxtpl writes: one template, one context, one file."""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

template, context, output = sys.argv[1:]
document = DocxTemplate(template)
document.render(json.loads(Path(context).read_text(encoding="utf-8")), autoescape=True)
document.save(output)
