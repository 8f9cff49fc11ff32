# frozen_string_literal: true

# Renders what comes on standard input, one JSON object a line: {"text": ..., "options": {...}}.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'

$stdout.sync = true
$stdin.each_line do |line|
  request = JSON.parse(line)
  begin
    options = request['options'].transform_keys(&:to_sym)
    document = Kramdown::Document.new(request['text'], options)
    puts JSON.generate(html: document.to_html, warnings: document.warnings)
  rescue StandardError, SystemStackError => e
    puts JSON.generate(error: e.message)
  end
end
