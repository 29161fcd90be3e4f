import { both } from '../core/text/bilingual';

/** What `--help` prints. */
export const usage = both(
  `政府信息公开年报检查 disclosure-report

  disclosure-report check   [选项] 路径…    检查年报草稿
  disclosure-report extract [选项] 路径…    把表格提取成数据
  disclosure-report import  [选项] 文件…    把 Word 文档（.docx）、网页做成 Markdown 草稿
  disclosure-report export  [选项] 草稿…    把草稿做成公文格式的 Word 文档或网页

路径可以是文件、文件夹（其中所有 .md、.txt、.nianbao，不看隐藏文件夹和 node_modules）或者加引号的通配符（'**/*.md'）。
文件可以是 UTF-8、UTF-16（带 BOM）或 GB18030 编码。不联网。

check 的选项
  --format text|json|sarif|csv   输出格式，默认 text
  --rule 代码=级别               改一条规则的级别：error、warning、information、hint、off；可以写多次
  --fix                          写入一定正确的修改，然后列出剩下的提示
  --baseline 文件                只列出基线文件里没有的提示
  --write-baseline               把现有的提示记进基线文件
  --changed-since 版本           只看从 git 的这个版本分出来以后改动过的文件
  --last-year 文件               和这份上年年报核对（只检查一份年报时）
  -j, --jobs N                   用 N 个线程，默认文件多时每个处理器核心一个；结果一样

一次检查的年报互相核对：同一单位上一年的年报，以及 disclosure-report.json 里写明的下级单位的年报。

extract 的选项
  --format json|csv              输出格式，默认 json；一个文件一份年报时是一个对象，否则是数组
  --prose                        加上从正文里读出的数字和说法（查看规则看到了什么）

import、export 的选项
  -o, --output 文件|文件夹|-     结果放在哪里，默认在原文件旁边；- 是标准输出
  --force                        结果已经有同名的文件时替换它
  --format docx|html             （export）做成什么，默认 docx
  --template 文件.docx           （export）用这个文档的字体、页边距和页眉
  --allow-errors                 （export）有错误级别的提示、有没填的地方也导出

共用的选项
  --no-gitignore                 文件夹和通配符里被 .gitignore 排除的文件也看
  --bom                          输出前加 BOM，Excel 打开 CSV 不乱码
  --locale zh|en                 语言，默认看环境变量 LANG
  --help  --version

退出码
  0  没有错误级别的提示
  1  有错误级别的提示
  2  用法不对，或者有文件读不出来、写不进去（其余文件照常检查）
`,
  `disclosure-report checks Chinese annual reports on government information disclosure

  disclosure-report check   [OPTIONS] PATH…    check drafts
  disclosure-report extract [OPTIONS] PATH…    give the tables as data
  disclosure-report import  [OPTIONS] FILE…    make Markdown drafts of Word documents (.docx) and web pages
  disclosure-report export  [OPTIONS] DRAFT…   make the Word document or web page that is published

PATH is a file, a folder (every .md, .txt and .nianbao in it; hidden folders and node_modules are skipped) or a quoted
pattern ('**/*.md'). Files may be UTF-8, UTF-16 with a byte order mark, or GB18030. Nothing is sent anywhere.

Options of check
  --format text|json|sarif|csv   what to print (text)
  --rule CODE=SEVERITY           severity of a rule: error, warning, information, hint, off; may be repeated
  --fix                          write the fixes that are certainly right, then list what is left
  --baseline FILE                list only what is not in the baseline
  --write-baseline               note the present findings in the baseline
  --changed-since REV            only files changed since the branch left this git revision
  --last-year FILE               compare with this report of the year before (when one report is checked)
  -j, --jobs N                   use N threads (many files: one a processor core); the result is the same

Reports checked together are compared: with the same agency's of the year before, and with those of the subordinates
that a disclosure-report.json names.

Options of extract
  --format json|csv              what to print (json); an object for one file with one report, else an array
  --prose                        add the numbers and statements read from the prose (what the rules saw)

Options of import and export
  -o, --output FILE|FOLDER|-     where the result goes (beside the input); - is the standard output
  --force                        replace a file of that name
  --format docx|html             (export) what to make (docx)
  --template FILE.docx           (export) take fonts, margins and page header of this document
  --allow-errors                 (export) also with findings at error level or places left to fill

Options of all
  --no-gitignore                 take files of folders and patterns that .gitignore excludes, too
  --bom                          begin the output with a byte order mark, so that Excel reads CSV right
  --locale zh|en                 language (that of LANG)
  --help  --version

Exit codes
  0  nothing at error level
  1  findings at error level
  2  wrong use, or a file that cannot be read or written (the others are checked all the same)
`,
);
