# JSON list of Markdown documents in, JSON list of HTML documents out. Arguments: the names of the extensions.
import json
import sys

import markdown

json.dump([markdown.markdown(text, extensions=sys.argv[1:]) for text in json.load(sys.stdin)], sys.stdout)
