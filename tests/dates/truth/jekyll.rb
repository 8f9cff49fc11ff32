# Says what Jekyll makes of each line of cases.txt, by its own code (Debian package jekyll).
#
#   TZ=UTC ruby jekyll.rb cases.txt
#
# One JSON array a line, as javascript.cjs prints them.
require "jekyll"
require "json"

Jekyll.logger.log_level = :error
File.read(ARGV[0], encoding: "utf-8").split("\n").reject(&:empty?).each do |text|
  [false, true].each do |quoted|
    begin
      data = Jekyll::Utils.safe_load_yaml("title: a\ndate: #{quoted ? "'#{text}'" : text}\n")
      result = Jekyll::Utils.parse_date(data["date"].to_s).utc.strftime("%Y-%m-%dT%H:%M:%S.%LZ")
    rescue Psych::SyntaxError
      result = "syntax"
    rescue Jekyll::Errors::InvalidDateError, ArgumentError, RangeError
      result = "rejected"
    end
    puts JSON.generate(["jekyll", text, "yaml", quoted, nil, result])
  end
end
versions = "jekyll #{Jekyll::VERSION}, psych #{Psych::VERSION}, Ruby #{RUBY_VERSION}"
puts JSON.generate({ "jekyll" => versions })
