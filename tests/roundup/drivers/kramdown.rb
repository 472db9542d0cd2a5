# JSON list of Markdown documents in, JSON list of HTML documents out.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

STDIN.set_encoding('UTF-8')
puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, input: 'GFM').to_html })
