# Builds each page of a list with Jekyll; see generate.py.
#
#   ruby jekyll.rb < pages.json > answers.jsonl
#
# pages.json is a list of whole files; an answer is what the page shows, or why Jekyll stopped.
require "json"
require "jekyll"
require "tmpdir"

Jekyll.logger.log_level = :error
stdout = $stdout.dup
$stdout.reopen($stderr)
Dir.mktmpdir do |root|
  %w[_includes _layouts _posts].each { |name| Dir.mkdir(File.join(root, name)) }
  File.write(File.join(root, "_includes", "note.html"), "NOTE")
  File.write(File.join(root, "_posts", "2024-01-01-known.md"), "---\ntitle: Known\n---\n")
  config = Jekyll.configuration("source" => root, "destination" => File.join(root, "_site"), "quiet" => true,
                                "title" => "Probe", "disable_disk_cache" => true)
  JSON.parse($stdin.set_encoding("utf-8").read).each do |text|
    File.write(File.join(root, "page.md"), text)
    begin
      Jekyll::Site.new(config).process
      answer = { html: File.read(File.join(root, "_site", "page.html"), encoding: "utf-8") }
    rescue StandardError, ScriptError, SystemExit => e
      line = e.respond_to?(:line_number) ? e.line_number : nil
      answer = { error: e.message.strip, line: line }
    end
    stdout.puts(JSON.generate(answer))
  end
  stdout.puts(JSON.generate({ version: "jekyll #{Jekyll::VERSION}, liquid #{Liquid::VERSION}" }))
end
