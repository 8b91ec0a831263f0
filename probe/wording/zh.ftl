### 简体中文：probe 输出的全部句子、短语和标签。本文件是 en.ftl 的译本，消息的次序、标识、
### 变量和函数都与之相同；此外无需改动任何代码。
###
### 每个数字如何输出由句子说明：{ PERCENT($rate) }、{ COUNT($people) }。
### 函数见 functions.py 开头的表。文件中的换行输出为空格，因此一个句子写在一行之内。
### 数字与其单位之间是不换行空格（U+00A0）；中文与西文、数字之间空一格，全角标点旁不空。
### 数字的写法（numbers.py）由 number-leading-zero、number-percent-sign 等消息规定。
### 术语的英、日、中对照见 docs/terms.md。

## ---- 列举、范围与数量 ---------------------------------------------------------------------------

number-leading-zero = 0
number-percent-sign = %

list-comma = { $first }、{ $second }
list-and = { APART($first, "和", $second) }
list-or = { APART($first, "或", $second) }
range = { $first } 至{ "\u00A0" }{ $second }


## ---- 结论：句子的组成部分 -----------------------------------------------------------------------

sentences = { JOIN($parts, with: "") }
parts-joined = { JOIN($parts, with: "；") }
phrases = { JOIN($parts, with: "，") }
nothing = { "" }
quoted = “{ $name }”
condition = { JOIN($levels, with: "，") }
factor-title = { LOWERED($title) }
factor-titles = { LIST($titles) }
limits-of-misses = 95% 置信区间 { PERCENT($low) } 至 { PERCENT($high) }
limits-in-brackets =
    { $limits ->
        [no-value] { "" }
       *[other] （{ $limits }）
    }
limits-after =
    { $limits ->
        [no-value] { "" }
       *[other] ；{ $limits }
    }
with-model = （{ $model }）
rate-with-model = { PERCENT($rate) }（{ $model }{ limits-after }）
score-with-model = { UNIT($score) }（{ $model }）
score-range = { UNITS($scores) }
score-of-models = { LIST($models) }
interval-signed = 95% 置信区间 { SIGNED($low) } 至 { SIGNED($high) }
interval-of-units = 95% 置信区间 { PROPORTION($low, places: 2) } 至 { PROPORTION($high, places: 2) }
interval-of-points = 95% 置信区间 { POINTS($low) } 至 { POINTS($high) }
no-interval-because = 无置信区间：{ $reason }
# 区间不含 0，但所有比较一并判定时未显示差异。
interval-of-units-alone = 单独看的 { interval-of-units }
interval-of-points-alone = 单独看的 { interval-of-points }
interval-signed-alone = 单独看的 { interval-signed }
amount-of-units = { UNIT($amount) }
amount-of-points = { POINTS($amount) } 个百分点
note-no-strangers-compared = 未与陌生人比对

## ---- 拒绝：最接近的名称 -------------------------------------------------------------------------

near-name = 是否指 { $name }？
no-language = 没有语言 { $name } 的文本
near-none = 没有可选的名称
near-valid =
    有效的名称：{ JOIN($names, with: "、") }{ $more ->
        [0] { "" }
       *[other] ，另有 { COUNT($more) } 个
    }

## ---- 结论：报告开头的判定 -----------------------------------------------------------------------

verdict-head =
    { $answer ->
        [use] 可用
        [avoid] 不可用
       *[other] 未判定
    }
verdict-on-model =
    { $answer ->
        [use] { $reason }
        [avoid] { $reason }
       *[other] { verdict-head }。{ $reason }
    }
report-verdict-use = { $misses }；限值为 { PERCENT($limit) }。
report-verdict-avoid = 最多{ $misses }；限值为 { PERCENT($limit) }。
verdict-scope = 在{ $factors }的所有实测水平上，以标准条件（{ JOIN($conditions, with: "；") }）为对照，
verdict-used =
    { verdict-scope }{ $models ->
        [1] 该模型可以使用。
       *[other]
            { $count ->
                [1] { COUNT($models) } 个模型中，可以使用的是 { LIST($used) }。
               *[other] { COUNT($models) } 个模型中有 { COUNT($count) } 个可以使用：{ LIST($used) }。
            }
    }
verdict-none-used =
    { verdict-scope }{ $which ->
        [avoid]
            { $models ->
                [1] 该模型不可使用。
                [2] 两个模型都不可使用。
               *[other] { COUNT($models) } 个模型都不可使用。
            }
        [undecided]
            { $models ->
                [1] 无法判断该模型。
                [2] 两个模型都无法判断。
               *[other] { COUNT($models) } 个模型都无法判断。
            }
       *[open]
            { $models ->
                [1] 未能证明该模型可用。
                [2] 未能证明任一模型可用。
               *[other] 未能证明 { COUNT($models) } 个模型中的任何一个可用。
            }
    }
verdict-partly-measured = 无法判断的水平：{ LIST($levels) }（没有同一人的两幅图像可供比对）。其他水平上，{ $misses }。
verdict-nothing-measured = 无法判断：没有同一人的两幅图像可供比对。

## ---- 结论：标题 ---------------------------------------------------------------------------------

headline-already = 任何改变之前，已有 { PERCENTS($rates) } 的同人图像对被漏匹配
headline-already-with = 任何改变之前，{ $model } 已漏匹配 { PERCENT($rate) } 的同人图像对
headline-breaks = { $change }改变使匹配失效
headline-breaks-but =
    { $change }改变使匹配失效；{ $calm }改变在这里{ $rate ->
        [0] 未造成漏匹配
       *[other] 至多造成 { PERCENT($rate) } 的漏匹配
    }
headline-misses =
    { $model ->
        [no-value] { $change }改变后，模型最多漏匹配 { PERCENT($rate) } 的同人图像对{ limits-in-brackets }
       *[other] { $change }改变后，{ $model } 最多漏匹配 { PERCENT($rate) } 的同人图像对{ limits-in-brackets }
    }
headline-misses-range =
    { $change }改变后，{ $model } 最多漏匹配 { PERCENT($rate) } 的同人图像对{ limits-in-brackets }{ $models ->
        [2] ，{ $least_model } 最多 { PERCENT($least) }
       *[other] ；{ COUNT($models) } 个模型中 { $least_model } 漏匹配最少，最多 { PERCENT($least) }
    }
headline-misses-worst =
    { $change }改变后，最差时各模型漏匹配 { PERCENTS($rates) } 的同人图像对{ $limits ->
        [no-value] { "" }
       *[other] （最高者的 { $limits }）
    }
# 较早的运行。
headline-misses-any = { $change }改变后，最多有 { PERCENT($rate) } 的同人图像对被漏匹配{ limits-in-brackets }
headline-holds =
    { LIST($factors, word: "or") }的任何实测改变{ $rate ->
        [0] 都未造成漏匹配
       *[other] 至多造成 { PERCENT($rate) } 的漏匹配
    }{ limits-in-brackets }
headline-margin =
    { $model ->
        [no-value] { $change }改变后，与陌生人的分差保留率为 { UNIT($value) }
       *[other] { $change }改变后，{ $model } 与陌生人的分差保留率为 { UNIT($value) }
    }
headline-margin-wanted =
    { $model ->
        [no-value] { $change }改变降低了与陌生人的分差，这正是所期望的：保留率为 { UNIT($value) }
       *[other] { $change }改变降低了 { $model } 与陌生人的分差，这正是所期望的：保留率为 { UNIT($value) }
    }
headline-margin-kept =
    { $model ->
        [no-value] { $change }改变没有降低与陌生人的分差：保留率为 { UNIT($value) }
       *[other] { $change }改变没有降低与陌生人的分差：保留率最低的 { $model } 也为 { UNIT($value) }
    }
headline-margin-unmoved =
    { $model ->
        [no-value] { $change }改变本应降低与陌生人的分差，却没有降低：保留率为 { UNIT($value) }
       *[other] { $change }改变本应降低与陌生人的分差，却没有降低：保留率最低的 { $model } 也为 { UNIT($value) }
    }
headline-mean =
    { $model ->
        [no-value] { $change }改变使{ report-score-name }降至 { UNIT($value) }
       *[other] { $change }改变使{ report-score-name }降至 { UNIT($value) }（{ $model }）
    }
headline-setup =
    { $model ->
        [no-value] 模型的设置不正确：{ $fault }
       *[other] { $model } 的设置不正确：{ $fault }
    }
site-not-set-up = { $model } 的设置不正确：{ $fault }。此处所说的不能说明该模型本身
setup-vectors-equal = 它对每幅图像都给出相同的向量；请用 `probe doctor` 检查权重、归一化和输出
setup-vectors-alike = 不同人之间的平均余弦相似度为 { UNIT($cosine) }；请用 `probe doctor` 检查权重和归一化
setup-lengths = 其向量长度为 { SIGNIFICANT($least) } 至 { SIGNIFICANT($most) }：数值消失或发散
setup-batch-norm = { COUNT($norms) } 个批归一化层中有 { COUNT($count) } 个从未训练：其统计量仍是新建网络的
headline-nothing = 没有两个条件可供比对

## ---- 结论：标题下的摘要 -------------------------------------------------------------------------

deck-counts = { COUNT($people) } 人，{ COUNT($conditions) } 个条件，{ COUNT($models) } 个模型。
deck-standard = 一切均以标准条件（{ JOIN($conditions, with: "；") }）为对照。
deck-one-person = 以下只说明此人的新图像。
deck-held =
    以标准条件为对照，在{ LIST($factors) }的任何实测水平上，{ $models ->
        [1] { "" }
       *[other] 无论使用哪个模型，
    }{ $rate ->
        [0] 都没有同人图像对被漏匹配
       *[other] 至多有 { PERCENT($rate) } 的同人图像对被漏匹配
    }{ limits-in-brackets }。
held-not-shown = 对于{ LIST($factors) }，未能证明其他人的漏匹配率也不超过 { PERCENT($limit) }。
deck-missed-at = { $change }改变后，模型最多漏匹配 { PERCENT($rate) } 的同人图像对（{ $level }{ limits-after }）。
deck-missed-with = { $change }改变后，各模型都有同人图像对被漏匹配：最多 { LIST($models) }。
deck-missed-many = { $change }改变后，{ $model } 最多漏匹配 { PERCENT($rate) } 的同人图像对{ limits-in-brackets }；{ COUNT($models) } 个模型中有 { COUNT($over) } 个的漏匹配率超过 { PERCENT($limit) }。
deck-already = 在{ $factor }的标准条件下，已有 { PERCENTS($rates) } 的同人图像对被漏匹配：改变的代价无法从漏匹配看出。
deck-already-with = 在{ $factor }的标准条件下，{ LIST($models) } 已漏匹配 { PERCENTS($rates) } 的同人图像对：改变的代价无法从漏匹配看出。
deck-already-many = 在{ $factor }的标准条件下，{ COUNT($measured) } 个模型中有 { COUNT($failing) } 个已漏匹配 { PERCENTS($rates) } 的同人图像对：改变的代价无法从漏匹配看出。
deck-already-few = 在{ $factor }的标准条件下，同人图像对已被漏匹配 { PERCENT($rate) }{ limits-in-brackets }{ LIST($models) }：改变的代价无法从漏匹配看出。
deck-rate-open =
    { $models ->
        [1] 阈值的设定
       *[other] 各阈值的设定
    }使这些陌生人中有 { RATE($asked) } 通过；在其他陌生人中，这一比例可能是：{ LIST($ranges) }。{ $models ->
        [1] { "" }
       *[other] 在这样的阈值下，漏匹配不能说明哪个模型更好。
    }
deck-rate-range =
    { $model ->
        [no-value] { PERCENT($low) } 至 { PERCENT($high) }
       *[other] { PERCENT($low) } 至 { PERCENT($high) }（{ $model }）
    }
deck-rate-up-to =
    { $model ->
        [no-value] 最高 { PERCENT($high) }
       *[other] 最高 { PERCENT($high) }（{ $model }）
    }
deck-rate-resolves = 以现有的这些人，可以分辨 { RATE($rate) }（--fmr { $option }）。
deck-rate-enough = 对于 { RATE($asked) }，约 { COUNT($people) } 人即可。
deck-rate-hold = 要使 { RATE($asked) } 对其他人也成立，约需 { COUNT($people) } 人。
deck-no-threshold = 未统计漏匹配：无法设定阈值（{ JOIN($reasons, with: "；") }）。

## ---- 结论：任何改变之前的标准条件 ---------------------------------------------------------------

before-same-and-strangers = 在标准条件下，同一人的图像得分为 { $scores }，一般陌生人为 { $strangers }。
before-same = 在标准条件下，同一人的图像得分为 { $scores }。
before-nobody = 标准条件下没有同一人的两幅图像可供比对。
before-strangers = 一般陌生人得分为 { $scores }。
before-alike = 着装相同的陌生人得分为 { $scores }。
before-alike-over-all =
    着装相同的陌生人得分为 { $scores }，平均高于{ $models ->
        [1] 阈值
       *[other] 每个模型的阈值
    }。
before-alike-over-many = 着装相同的陌生人得分为 { $scores }，平均高于 { COUNT($models) } 个模型的阈值。
before-alike-over-some = 着装相同的陌生人得分为 { $scores }，平均高于 { LIST($models) } 的阈值。
before-alike-unknown = 着装相同的陌生人得分如何，未作测量。
before-no-strangers = 未与陌生人比对。
alike-unknown = 着装相同的陌生人情况如何，未作测量。
alike-pass = 在标准条件下，着装相同的陌生人有 { PERCENTS($rates) } 被当作同一人通过，一般陌生人为 { PERCENTS($strangers) }。

## ---- 结论：精确率优先或召回率优先 ---------------------------------------------------------------

leaning-model =
    { $model } 为{ $side ->
        [precision-first] 精确率优先
       *[recall-first] 召回率优先
    }：{ leaning-figures }
# 较早的运行。
leaning-on-these-people =
    对于这些人，{ $model } 为{ $side ->
        [precision-first] 精确率优先
       *[recall-first] 召回率优先
    }：{ leaning-figures }
leaning-not-told = { $model } 偏向哪种错误，未能判定：{ leaning-figures }
leaning-neither = 未显示 { $model } 偏向任何一种错误：{ leaning-figures }
leaning-figures = 在按 { RATE($asked) } 设定的阈值下，条件改变后，它拒绝 { PERCENT($fnmr) } 的同人图像对，接受 { PERCENT($fmr) } 的一般陌生人（c = { SIGNED($bias) }，{ $interval }）。
leaning-undecided = { $first } 与 { $second } 中哪个更偏精确率优先，未能判定（{ $reason }）。
leaning-alike = 未显示 { $first } 与 { $second } 在这种偏向上有差异（{ $interval }）。
leaning-differs = { $more } 比 { $less } 更偏精确率优先：c 高 { DECIMAL($size, places: 2) }（{ $interval }）。

## ---- 结论：改变一个因素的代价 -------------------------------------------------------------------

factor-fall-wanted = 这里所期望的正是下降。
factor-nothing = 没有同一人的两幅图像可供比对。
factor-already = 任何改变之前，漏匹配率已为 { LIST($models) }。
factor-already-many = 任何改变之前，{ COUNT($models) } 个模型中已有 { COUNT($over) } 个的漏匹配率为 { PERCENTS($rates) }。
factor-no-miss =
    { $series ->
        [no-value] 与标准条件比对，
       *[other] { CAPITAL($series) }：
    }在任何实测水平上都没有同人图像对被{ $wish ->
        [sensitive] 拒绝
       *[invariant] 漏匹配
    }{ limits-in-brackets }。
factor-misses =
    { $series ->
        [no-value] 与标准条件比对，{ JOIN($models, with: "；") }。
       *[other] { CAPITAL($series) }：{ JOIN($models, with: "；") }。
    }
factor-misses-of-model =
    { $model } { $wish ->
        [sensitive] 拒绝
       *[invariant] 漏匹配
    } { $rate ->
        [0] 0%{ limits-in-brackets }
       *[other] { PERCENT($rate) }（{ $level }{ limits-after }）
    }
factor-misses-range =
    { $series ->
        [no-value] 与标准条件比对，
       *[other] { CAPITAL($series) }：
    }{ COUNT($models) } 个模型在各自的最差水平上{ $wish ->
        [sensitive] 拒绝
       *[invariant] 漏匹配
    } { PERCENT($lowest) }（{ $lowest_model }）至 { PERCENT($highest) }（{ $highest_model }，{ $level }{ limits-after }）；{ COUNT($models) } 个中有 { COUNT($held) } 个不超过 { PERCENT($limit) }。
factor-harder-elsewhere = 对这些人来说，两个都不同于标准的水平之间更难：“{ $first }”与“{ $second }”比对时，{ $model } 漏匹配 { PERCENT($rate) }。
factor-margin = 最差水平上与陌生人的分差保留率（各区间仅就该水平单独而言）：{ JOIN($models, with: "；") }。
factor-margin-of-model =
    { $model } { UNIT($value) }（{ $low ->
        [no-value] { $level }
       *[other] { UNIT($low) } 至 { UNIT($high) }；{ $level }
    }）
factor-margin-range = 在下降最多之处，各模型与陌生人的分差保留率为 { UNIT($lowest) }（{ $lowest_model }，{ $lowest_level }）至 { UNIT($highest) }（{ $highest_model }，{ $highest_level }）。
factor-fall = 在最低处，平均{ report-score-name }{ JOIN($models, with: "；") }。
factor-fall-of-model =
    { $since ->
        [no-value] 降至 { UNIT($value) }
       *[other] 由 { UNIT($since) } 降至 { UNIT($value) }
    }（{ $level }{ $model ->
        [no-value] { "" }
       *[other] ，{ $model }
    }）
factor-fall-range = 与标准条件比对，{ COUNT($models) } 个模型的最低平均{ report-score-name }在 { UNIT($lowest) }（{ $lowest_level }）与 { UNIT($highest) }（{ $highest_level }）之间。
factor-one-person = 这只说明一个人的情况。

## ---- 结论：热图没有说明什么 ---------------------------------------------------------------------

rise = 两个不同条件之间最高的{ report-score-name }并不说明身份相同：{ JOIN($models, with: "；") }。
rise-of-model =
    { $model ->
        [no-value] 这里
       *[other] 使用 { $model } 时
    }（“{ $first }”与“{ $second }”之间为 { UNIT($mean) }；其他条件对平均为 { UNIT($mean_others) }），陌生人在此处得分为 { UNIT($strangers) }，在别处为 { UNIT($strangers_others) }，AUC 在此处为 { PROPORTION($auc) }，在别处为 { PROPORTION($auc_others) }
rise-many = { COUNT($models) } 个模型中有 { COUNT($count) } 个，{ report-score-name }最高的那一对不同条件并不比其他条件对更能区分人（AUC）：此处的高值并不说明身份相同。
rise-rendered-turns = 渲染的人物不能说明哪种朝向更难：真人的朝向难易次序与之不同。
break = 漏匹配率越过 { PERCENT($limit) } 的水平：{ JOIN($places, with: "；") }。在测量的水平之间，视为均匀变化。
break-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }为{ " " }
    }{ $level }{ $near ->
        [no-value] { "" }
       *[other] （95% 置信区间 { $near } 至 { $far ->
            [no-value] 超出 { $last }
           *[other] { $far }
        }）
    }
break-place =
    { $level }{ $near ->
        [no-value] { "" }
       *[other] （95% 置信区间 { $near } 至 { $far ->
            [no-value] 超出 { $last }
           *[other] { $far }
        }）
    }
breaking = 漏匹配率越过 { PERCENT($limit) } 的水平：{ JOIN($places, with: "；") }
break-sided =
    { $way ->
        [up] 向上
       *[down] 向下
    }{ $place }
break-nowhere = 在测量的水平上均未越过
break-nowhere-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }
    }在测量的水平上均未越过
break-at = { PLAIN($level) }{ $unit }
break-level = { SIGNIFICANT($level, digits: 2) }{ $unit }

## ---- 结论：适用范围 -----------------------------------------------------------------------------

sides = 阈值相同，仅一侧改变（注册图像良好、摄像头差）与两侧同样改变相比：{ JOIN($places, with: "；") }。
sides-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }，
    }{ $level } 处漏匹配为 { PERCENT($one) } 与 { PERCENT($both) }{ $passing_both ->
        [no-value] { "" }
       *[other] ，通过的陌生人为 { PERCENT($passing_one) } 与 { PERCENT($passing_both) }
    }
usable-unresolved = 无法分辨
usable-may-be-used = { site-word-use }（{ $range }）
usable-may-do = { site-word-promising }（{ $range }）
usable-both = { site-word-use }（{ $used }）；{ site-word-promising }（{ $range }）
usable-nowhere = { site-answer }
# 较早的运行。
usable-none = 无
usable-all = 全部实测水平
usable-round = 全周
usable-round-but =
    全周，{ $last ->
        [no-value] { $first } 除外
       *[other] { $first } 至 { $last } 除外
    }
usable-count = { COUNT($conditions) } 个条件中的 { COUNT($held) } 个
usable-levels = { LIST($levels) }
usable-only = 仅 { $level }
usable-range = { $first } 至 { $last }
usable-range-all = { $first } 至 { $last }，即全部实测水平
usable-of-series = { LIST($series) }：{ $range }
usable-sentence = { $model }，{ $protocol }：{ $range }。

## ---- 结论：去除背景带来的变化 -------------------------------------------------------------------

masked-raised = 去除背景提高了同一人的{ report-score-name }，但并未更好地区分人（与标准条件比对的均值）：{ JOIN($models, with: "；") }。
masked-raised-model = { $model } 由 { UNIT($mean) } 变为 { UNIT($mean_masked) }，AUC 由 { PROPORTION($auc) } 变为 { PROPORTION($auc_masked) }
masked-raised-many = { COUNT($models) } 个模型中有 { COUNT($count) } 个，去除背景提高了同一人的{ report-score-name }，但并未更好地区分人（AUC）。
masked-lowest = 去除背景后，与标准条件比对的最低{ report-score-name }：{ JOIN($models, with: "；") }。
masked-model = { $model } 由 { UNIT($before) } 变为 { UNIT($after) }{ $margin }{ $misses }
masked-margin-more = ，与陌生人的分差保留率提高 { $size }（{ $interval }）
masked-margin-less = ，与陌生人的分差保留率降低 { $size }（{ $interval }）
masked-margin-alike = ，未显示与陌生人的分差有变化（{ $interval }）
masked-misses-more = ，漏匹配增加 { $size }（{ $interval }）
masked-misses-fewer = ，漏匹配减少 { $size }（{ $interval }）
masked-many = 去除背景后，{ COUNT($models) } 个模型中，{ COUNT($more) } 个保留了更多与陌生人的分差，{ COUNT($less) } 个保留得更少；其余未显示变化。
masked-left-out = { COUNT($all) } 张图像中有 { COUNT($left_out) } 张没有掩模，变化仅就其余图像而言。
masked-strangers = 此时标准条件下陌生人的得分：{ JOIN($models, with: "；") }。
masked-strangers-model = { $model } 为 { UNIT($after) }（原为 { UNIT($before) }）
masked-strangers-margin = { $model } 为 { UNIT($after) }（原为 { UNIT($before) }；分差为 { UNIT($margin_after) }，原为 { UNIT($margin_before) }）

## ---- 结论：向量的哪一部分起决定作用 -------------------------------------------------------------

part-decides = 在“{ $level }”水平上，起决定作用的是 { $part }：此处损失的与陌生人的分差中，它占 { PERCENT($share) }。
part-spread = 在“{ $level }”水平上，没有哪一部分起决定作用：此处损失的与陌生人的分差分散在几个部分，最多的是 { $part }（占 { PERCENT($share) }）。
part-nothing-lost = 任何水平上都未损失与陌生人的分差，保留最少的是“{ $level }”。

## ---- 结论：交叉的因素 ---------------------------------------------------------------------------

figure-retention = 保留率
figure-mated-mean = 同人得分均值
place-at = 在 { $level } 时
place-for = “{ $level }”时
place-elsewhere = 其他情况平均
crossed-unknown = { $first }与{ $second }是否相互影响，无法判断：{ $reason }。
crossed-not-shown = 未显示{ $first }与{ $second }同时改变的代价高于分别改变（{ $figure } { SIGNEDUNIT($estimate) }，95% 置信区间 { SIGNEDEND($low) } 至 { SIGNEDEND($high) }）。
crossed-decided = { $lead }：{ $figure }的变化为 { LIST($changes) }（差值 { SIGNEDUNIT($estimate) }，95% 置信区间 { SIGNEDEND($low) } 至 { SIGNEDEND($high) }）。
crossed-change = { SIGNEDUNIT($change) }（{ $place }）
crossed-change-of = { $factor }改变
crossed-change-along = { $factor }由 { $first } 改变至 { $last }
crossed-depends = { $change }的影响取决于{ $other }
crossed-rising =
    { $more ->
        [yes] { $change }的代价随{ $other }增大而增加
       *[no] { $change }的代价随{ $other }增大而减少
    }
crossed-than =
    { $more ->
        [yes] { $change }的代价，{ $place }高于{ $usual }
       *[no] { $change }的代价，{ $place }低于{ $usual }
    }
crossed-not-standard =
    { $more ->
        [yes] { $other }不是{ $standard }时，{ $change }的代价更高
       *[no] { $other }不是{ $standard }时，{ $change }的代价更低
    }
crossed-departures =
    同时改变的影响不等于各自影响之和的是：{ JOIN($named, with: "；") }{ $more ->
        [0] 。
       *[other] ，另有 { COUNT($more) } 处。
    }
crossed-departure = { JOIN($levels, with: "与") }（{ SIGNEDUNIT($estimate) }，95% 置信区间 { SIGNEDEND($low) } 至 { SIGNEDEND($high) }）

## ---- 结论：哪个模型更好 -------------------------------------------------------------------------

versus-better = { $better } 比 { $worse } 更能区分人。
versus-mixed = { $first } 与 { $second } 有差异，但各项指标并非都支持同一个。
versus-alike = 所有比较一并判定，未显示 { $first } 与 { $second } 区分人的能力有差异：{ JOIN($figures, with: "；") }。
versus-range =
    { $figure ->
        [auc] AUC 的
        [dprime] d′ 的
       *[fnmr] 漏匹配（百分点）的
    } { $interval }
versus-apart-undecided = { $first } 与 { $second } 中哪个更能区分人，未能判定（{ JOIN($reasons, with: "；") }）。
versus-apart =
    { $more } 的 { $figure ->
        [auc] AUC
       *[dprime] d′
    } 高 { $size }（{ $interval }）。
versus-apart-than =
    { $more } 的 { $figure ->
        [auc] AUC
       *[dprime] d′
    } 比 { $behind } 高 { $size }（{ $interval }）。
versus-margin = { $more } 与陌生人的分差保留率比 { $less } 高 { $size }（{ $interval }）。
versus-misses = 在相同的错误匹配率下，{ $less } 比 { $more } 少漏匹配 { $size }（{ $interval }）。
versus-margin-alike = 所有比较一并判定，未显示 { $first } 与 { $second } 的分差保留率有差异（{ $interval }）。
versus-misses-alike = 所有比较一并判定，未显示 { $first } 与 { $second } 在相同错误匹配率下的漏匹配有差异（{ $interval }）。
versus-none-decided = { versus-pairs }模型均无法判定（{ $reason }）。
versus-pairs = { COUNT($pairs) } 对
versus-many-apart =
    { versus-pairs }模型中，有 { COUNT($differ) } 对显示出区分人的能力有差异{ $mixed ->
        [0] 。
       *[other] ；有 { COUNT($mixed) } 对的各项指标并非都支持同一个。
    }
versus-many = { versus-pairs }模型中，有 { COUNT($differ) } 对显示出与陌生人的分差保留率有差异。
versus-widest = 差距最大的：{ $sentence }
versus-better-undecided = 哪个模型更好，无法判定：{ $reason }。
versus-better-under = 在{ LIST($factors) }上，{ $better } 比 { $worse } 更能区分人
versus-keeps-more = 在{ LIST($factors) }上，{ $better } 比 { $worse } 保留更多与陌生人的分差，但未显示出更能区分人
versus-mixed-under = 在{ LIST($factors) }上，各项指标并非都支持同一个模型
versus-alike-under = 在{ LIST($factors) }上，所有比较一并判定，未显示差异
versus-undecided-under = 在{ LIST($factors) }上，未能判定
versus-same-people = 对于相同的人：{ JOIN($parts, with: "；") }。
versus-same-people-alike = 对于相同的人，未显示 { $first } 与 { $second } 之间有差异。
versus-same-people-alone = 对于相同的人，所有比较一并判定，未显示 { $first } 与 { $second } 之间有差异；单独看，{ LIST($alone) }。
versus-speaks-for = { LIST($figures) }支持 { $model }
versus-figure =
    { $figure ->
        [auc] AUC
        [dprime] d′
       *[fnmr] 漏匹配
    }
versus-no-leader-apart = 对于相同的人，未显示哪个模型比其他模型更能区分人。
versus-leader-apart = 对于相同的人，在 { COUNT($comparisons) } 次配对比较中，{ $model } 有 { COUNT($wins) } 次显示出更能区分人，多于其他任何模型。

## ---- 结论：建议 ---------------------------------------------------------------------------------

advice-title-models = 模型概要
advice-title-holds = 适用之处
advice-title-fails = 不适用之处
advice-nothing-measured = 未测量任何本不应影响匹配的因素。
advice-models = { JOIN($models, with: "；") }。
advice-many-models = { COUNT($models) } 个模型中，最多的：{ $most }；最少的：{ $least }。这是一项数字的两端，而不是排名。
advice-many-models-miss = { COUNT($models) } 个模型中，最少的：{ $fewest }；最多的：{ $most }。这是一项数字的两端，而不是排名。
advice-misses = { $model } 最多漏匹配 { PERCENT($value) }（{ $factor }，{ $level }）
advice-keeps = { $model } 与陌生人的分差保留率至少为 { UNIT($value) }（{ $factor }，{ $level }）
advice-never-below = { $model } 的平均{ report-score-name }从不低于 { UNIT($value) }（{ $factor }，{ $level }）
advice-raw-cosines = 不同模型的原始{ report-score-plural }不能相互比较。
advice-not-compared = 某个模型是否更好，须经配对比较，这里没有进行。
advice-no-range = 没有阈值，就无法给出适用范围。
advice-none-held = 没有哪个因素使每个模型的漏匹配率都不超过 { PERCENT($limit) }。
advice-none-asked = 未测量任何本不应影响匹配的因素：漏匹配率在何处不超过 { PERCENT($limit) }，不得而知。
advice-held =
    在标准条件下注册的人，在{ LIST($factors) }的任何实测水平上{ $rate ->
        [0] 一次也未被漏匹配
       *[other] 至多有 { PERCENT($rate) } 被漏匹配
    }{ $models ->
        [1] { "" }
       *[other] ，无论使用哪个模型
    }{ limits-in-brackets }。
advice-not-beyond = 超出 { LIST($levels) } 的范围未作测量。
advice-already = 不适用于此处所拍的{ $factor }：标准条件本身就已漏匹配多达 { PERCENT($rate) }。
advice-already-with = 不适用于此处所拍的{ $factor }：使用 { $most_model } 时，标准条件本身就已漏匹配多达 { PERCENT($rate) }。
advice-fails =
    不适用于{ $change }{ $several ->
        [yes] 都改变
       *[no] 改变
    }的场合：最多漏匹配 { PERCENT($rate) }（{ $model ->
        [no-value] { "" }
       *[other] { $model }，
    }{ $level }{ limits-after }）。
advice-none-failed = 在任何实测的改变之后，被漏匹配的同人图像对都不超过 { PERCENT($limit) }。
advice-dressed-alike = 没有第二种线索时，不适用于人们着装相同的场合：{ LOWERED($sentence) }
advice-nothing-else = 对未测量的条件不作任何断言。

## ---- 针对现场的建议 -----------------------------------------------------------------------------

site-answer =
    { $answer ->
        [use] { site-word-use }
        [promising] { site-word-promising }
        [doubtful] 可能不可用
        [unmeasured] 未测全
        [undecided] 无法判断
       *[avoid] 不可使用
    }
site-word-use = 可以使用
site-word-promising = 可能可用，但未能证明
site-on-circle = { $part } 超过一整圈：读作 { PLAIN($low) }..{ PLAIN($high) } { $unit }
site-one-in-metres = { $part } 换算为米：{ PLAIN($low) } { $unit }
site-range-in-metres = { $part } 换算为米：{ PLAIN($low) } 至 { PLAIN($high) } { $unit }
site-enrolled = 人员在标准条件（{ JOIN($conditions, with: "；") }）下注册，现场未说明的各项均与标准条件相同。
site-one-at-a-time = 每次只改变一项：{ LIST($factors) }同时改变的影响未作测量；同时改变的代价可能更高。
site-below = 低于 { $level }
site-beyond = 超过 { $level }
site-between = { $first } 与 { $last } 之间
site-ends = 低于 { $first } 或超过 { $last } 均未测量
site-ends-of = { $factor }：{ $ends }
site-all-ends = { CAPITAL($ends) }。
site-stricter = 阈值按 { RATE($set) } 设定：若按 { RATE($asked) }，漏匹配不会比这里所说的更多，而通过的陌生人更多。
site-run-again = 本建议所依据的阈值按 { RATE($set) } 设定；这些陌生人也足以分辨 { RATE($asked) }：请先用 --fmr { $option } 重新运行。
site-unresolved = 阈值按 { RATE($set) } 设定；{ $reason }。
site-misses =
    漏匹配 { PERCENT($rate) }（{ $level }；{ $high ->
        [no-value] 无置信区间：人数过少
       *[other] 95% 置信区间 { PERCENT($low) } 至 { PERCENT($high) }
    }）
site-at-most = 至多{ $misses }
site-undecided = 无法判断：{ $reason }。
site-nothing-measured = 无法推荐：该现场的任何情况都未测量。
site-use = 可以使用：{ $misses }；限值为 { PERCENT($limit) }。
site-promising = 可能可用，但未能证明：{ $misses }；限值为 { PERCENT($limit) }；{ JOIN($reasons, with: "；") }。
site-doubtful = 可能不可用：最多{ $misses }；限值为 { PERCENT($limit) }。
site-avoid = 不可使用：最多{ $misses }；限值为 { PERCENT($limit) }。
site-already = { $sentence }标准条件本身在任何改变之前就已漏匹配 { PERCENT($rate) }。
site-partly-measured = 不能推荐用于整个现场，其中一部分未测量。已测量的部分，{ $misses }。
site-interval-wide = 人数这么少，无法证明漏匹配不超过限值（人数更多才能判断）
site-rate-open = 其他陌生人的通过比例可能是所要求的 { RATE($asked) } 的许多倍
site-strangers-loose = 陌生人通过的比例高于所要求的 { RATE($asked) }
site-no-threshold = 未设定阈值
site-misses-less = 其阈值按 { RATE($set) } 设定，漏匹配超过限值；若按所要求的 { RATE($asked) }，漏匹配会更少，少多少在此无从得知
site-misses-more = 其阈值按 { RATE($set) } 设定；若按所要求的 { RATE($asked) }，漏匹配会更多，多多少在此无从得知
site-factor = { CAPITAL($factor) }，现场的 { COUNT($levels) } 个实测水平：{ $misses }。
site-breaks = { CAPITAL($factor) }：漏匹配率越过 { PERCENT($limit) } 的水平为 { JOIN($places, with: "；") }。在测量的水平之间，视为均匀变化。
site-between-levels = 现场的一部分处在实测水平之间；可作依据的水平（{ LIST($levels) }）：{ $misses }。
site-how-far = 由此处起，漏匹配在多大范围内不超过限值，未作测量。
site-unmeasured = { CAPITAL($factor) }未测量的部分：{ LIST($places, word: "or") }；对此不作任何断言。
site-no-pictures = 没有同一人的图像可供比对的水平：{ LIST($levels) }。
site-strangers-unknown = 陌生人通过的比例未知。
site-strangers =
    { $rate ->
        [0] 在按 { RATE($asked) } 设定的阈值下，没有一般陌生人通过。
       *[other] 在按 { RATE($asked) } 设定的阈值下，一般陌生人最多有 { PERCENT($rate) } 通过（{ $level }）。
    }
site-alike =
    { $rate ->
        [0] 着装相同的陌生人无一通过
       *[other] 着装相同的陌生人最多有 { PERCENT($rate) } 通过（{ $level }）
    }{ $second_cue ->
        [yes] ：在人们着装相同之处，没有第二种线索不可使用。
       *[no] 。
    }

## ---- 补救措施 -----------------------------------------------------------------------------------

remedy-nothing = 不作处理
remedy-flip-average = 与镜像图像取平均
remedy-left-right = 把人翻转到同一侧
remedy-mask = 去除背景
remedy-resolution = 两者都用较低的分辨率
remedy-denoise = 平均去噪
remedy-grey-world = 使颜色的均值为灰
remedy-exposure = 使平均亮度一致
remedy-histogram = 使亮度均匀分布
remedy-deblur = 还原模糊
remedy-sharpen = 增强边缘
remedy-super-resolution = 放大小图片
remedy-super-resolution-of = 由 { $file } 放大
remedy-own-unknown = --remedy { $given } 不是可带文件的对策
remedy-own-step = --remedy { $name }=FILE.onnx；其余对策由 --remedies 全部尝试
remedy-own-twice = --remedy 中有两个名为 { $file } 的文件
remedy-own-rename = 结果按文件名列出：请将其中一个改名。
remedy-recrop = 按掩膜重新裁剪
remedy-shifted-crops = 与平移后的图像取平均
remedy-views-3 = 三幅图库视图
remedy-views-5 = 五幅图库视图
remedy-score-norm = 用陌生人对得分归一化
remedy-together = 以上各项并用
remedy-none-helps = 在这些图像上，未显示任何补救措施有效。
remedy-recommended =
    { CAPITAL($name) }：保留率由 { UNIT($before) } 变为 { UNIT($after) }（增益 { UNIT($gain) }，{ interval-of-units }）{ $misses }，{ $price }。{ $lost ->
        [yes] 与陌生人的分差仍损失一半以上。
       *[no] { "" }
    }
remedy-misses = ，漏匹配由 { PERCENT($before) } 变为 { PERCENT($after) }
remedy-misses-unknown = ，不用时漏匹配 { PERCENT($before) }，使用后未知
remedy-price =
    { $more ->
        [no-value] 每幅图像多用不到 0.1 ms
       *[other] 每幅图像多用 { DECIMAL($more) } ms
    }
remedy-price-with-views = { $price }，每人需要 { COUNT($views) } 幅注册图像
remedy-few-views = 每人另有 { COUNT($pictures) } 幅图库图像，需要 { COUNT($needed) } 幅
remedy-without-masks = 并非每幅图像都有掩膜
remedy-without-opencv = 未安装 OpenCV：pip install 'probe-reid[video]'
remedy-few-strangers = 可用于归一化的陌生人不足 { COUNT($fewest) } 人
remedy-small-cohort = 仅用 { COUNT($people) } 名陌生人对得分归一化：其离散程度几乎无从得知
remedy-misses-not-known = 漏匹配未知：{ $reason }
remedy-needs-vectors = 它直接对图像对打分，没有可以平均或归一化的特征
remedy-nothing-compared = 没有条件可与标准条件比对

## ---- 附注：某项数字为何缺失，以及须注意的事项 ---------------------------------------------------

note-few-subjects = 受试者少（{ COUNT($subjects) } 人）；{ note-rare-kinds }
note-subjects = { COUNT($subjects) } 名受试者；{ note-rare-kinds }
note-rare-kinds = 占比低于 { PERCENT($rare) } 的人群类型可能未包括在内
note-no-subject = 没有受试者具备这项数字所需的图像
note-one-subject = 只有一名受试者：对其他人无从说明
note-too-few-subjects = { COUNT($subjects) } 名受试者：关于人群的置信区间至少需要 { COUNT($fewest) } 名
note-misses-open =
    { $rate ->
        [0] 没有同人图像对被漏匹配：c 的一端是开放的
       *[other] 所有同人图像对都被漏匹配：c 的一端是开放的
    }
note-matches-open =
    { $rate ->
        [0] 没有陌生人对通过：c 的一端是开放的
       *[other] 所有陌生人对都通过：c 的一端是开放的
    }
note-bias-of-one-person = c 只取决于一个人：除去此人就没有可比对的
note-this-person-only = 只针对此人的新图像；不能说明其他人
note-too-few-pictures = { COUNT($pictures) } 幅图像：关于新图像的置信区间至少需要 { COUNT($fewest) } 幅
note-one-by-definition = 按定义为 1：这是标准条件
note-zero-by-definition = 按定义为 0：这是标准条件
note-rests-on-one-person = 这项数字只取决于一个人：除去此人就没有可比对的
note-scores-do-not-vary = 某个模型的得分没有变化，因此 d′ 没有有限值
note-no-overlap = 没有人造成差别：两个模型区分所有人的情况相同
note-no-subject-with-strangers = 没有受试者在这项数字所需的每个条件下同时具有同人得分和陌生人得分
note-margin-not-clear = 标准条件下的同人得分与异人得分没有明显分开
note-empty-condition = 所需的某个条件没有任何人的数字
note-thin-condition = 所需的某个条件人数过少（{ $reason }）
note-conditions-apart = 没有人同时具有多个条件的图像，各条件无法联系起来
note-no-margin = 标准条件下与陌生人的分差不大于零
note-not-fitted = 混合模型无法拟合（{ $error }）
note-not-converged = 混合模型未收敛
note-shortage-of-people = { RATE($fmr) } 至少需要 { COUNT($needed) } 名按此方式拍摄的人，现有 { COUNT($people) } 名
note-shortage = { RATE($fmr) } 至少需要 { COUNT($needed) } 人，每人 { COUNT($pictures) } 幅图像，现有 { COUNT($people) } 人
note-condition-without-figure = 某个条件没有任何人的数字
note-too-few-figures = 数字过少，无法区分人与条件的影响
note-all-alike = 所有数字都相同
note-nobody-in-all = 没有人具备每个条件的图像
note-no-threshold = 没有阈值
note-no-strangers = 没有陌生人可供比对
note-no-retention = 标准条件下没有陌生人，或没有图像对
note-one-picture-each = 该条件下每人只有一幅图像：没有图像对可供比对
note-nobody-in-both = 没有人同时具备两个条件的图像
note-no-known-interval = 无置信区间：没有已知覆盖率的方法
note-no-strangers-to-set-on = 没有可用于设定阈值的陌生人
note-nothing-moves = 人和背景都不影响相似度
note-one-person-across = 只有一人，且同一摄像头、同一日期、同一场次或同一张照片的图像之间互不比较
note-undefined-without-one = 去掉其中一人后便无定义
note-no-remedies = 未对{ $protocol }中的 { $model } 试用补救措施：{ $reason }
note-remedies-not-meant = 未在{ $protocol }中试用补救措施：其改变本应降低得分（expectation: sensitive），而补救措施针对的是不应降低得分的改变
note-no-effect = { $option } 在此不起作用：{ $reason }
note-no-effect-pictures = 该运行不保留图像
note-no-effect-numpy = { JOIN($models, with: "、") } 用 NumPy 在处理器上计算
note-rate-twice = 同一错误匹配率指定了不止一次，只计一次
note-same-model-twice = { $model } 指定了不止一次：第二次称为 { $name }，其数字与第一次的相同
note-same-weights-twice = { $model } 与 { $name } 的权重和设置都相同：它们不是两个模型，所有数字都相等
note-no-evidence = 没有 { $model } 的依据图：{ $reason }
note-failed = 失败：{ $error }
note-mask-left-out = 掩膜 { $name } 不参与：{ $reason }
note-ignored-pictures =
    文件夹中有 { COUNT($count) } 个图像文件不属于该方案：{ $first }{ $more ->
        [0] { "" }
       *[other] { "" } 及另外 { COUNT($more) } 个
    }
note-closed-folders =
    照片中有 { COUNT($count) } 个文件夹未被查看：{ $first }（{ $reason }）{ $more ->
        [0] { "" }
       *[other] 及另外 { COUNT($more) } 个
    }
note-rows-unknown = { $table } 的 { COUNT($rows) } 行中有 { COUNT($unknown) } 行所指的图像不在文件夹中；第一个是 { $first }
note-boxes-unnamed = 照片旁有 { $table }，但未使用：在方案的 `photos:` 之下写 `boxes: { $table }`，即按框裁剪每幅图像
note-pictures-without-row = { COUNT($pictures) } 幅图像中有 { COUNT($count) } 幅在 { $table } 中没有对应的行；第一个是 { $first }
note-boxes-cut-off =
    { COUNT($pictures) } 个框中有 { COUNT($count) } 个远远超出图像，已被裁去超出部分；第一个属于 { $first }{ $mostly ->
        [yes] 。它们是左上角的 x 和 y 以及宽和高吗？角点坐标应写在 x1、y1、x2、y2 各列
       *[no] { "" }
    }
note-crops-small = { COUNT($pictures) } 幅图像中有 { COUNT($count) } 幅小于 { PLAIN($height) } x { PLAIN($width) } 像素（高 x 宽），看不出人；第一个是 { $first }
note-odd-shapes = { COUNT($pictures) } 幅图像中有 { COUNT($count) } 幅的形状或尺寸与其他图像不同：{ $first } 为 { PLAIN($height) } x { PLAIN($width) } 像素（高 x 宽），通常为 { PLAIN($usual_height) } x { PLAIN($usual_width) }。它们是整帧画面吗？请裁到人，或列出框（photos: boxes）
note-nearly-same = { COUNT($count) } 幅图像与其他图像几乎相同，例如 { $first } 和 { $second }：它们组成的图像对不能说明模型
note-nearly-same-two-people = { COUNT($count) } 幅图像与另一个人的图像几乎相同，例如 { $first } 和 { $second }：作为陌生人，它们看起来像错误匹配
note-near-strangers = 两个人的图像组成的图像对中，有 { COUNT($count) } 对在每个模型看来几乎是同一幅（余弦相似度 { UNIT($cosine, places: 3) } 或更高），例如 { $first }（{ $first_person }）和 { $second }（{ $second_person }）：作为陌生人，它们看起来像错误匹配
data-same-pictures = 查询图像中有 { COUNT($count) } 幅的像素也出现在图库中，例如 { $first } 和 { $second }：检索到的是这幅图像，而不是这个人
data-same-trained-tested = 测试部分有 { COUNT($count) } 幅图像也在训练部分中，逐字节相同，例如 { $second }（{ $first }）：用这部分训练的模型已经见过它们
data-same-pixels-trained-tested = 测试部分有 { COUNT($count) } 幅图像的像素也出现在训练部分中，例如 { $second }（{ $first }）：用这部分训练的模型已经见过它们
data-trained-part-sampled = 从 { COUNT($count) } 幅训练图像中均匀抽取 { COUNT($looked) } 幅与测试部分对照：其余图像中的副本未计入
data-same-two-people = { COUNT($count) } 幅图像的像素同时归在两个人名下，例如 { $first } 和 { $second }
note-masks-inverted = { $name } 的 { COUNT($masks) } 个掩膜中有 { COUNT($count) } 个覆盖了图像边缘而不是中间：是否反相了？白色表示人
note-transform-leaves =
    { $protocol }：在 { LIST($levels) }{ $more ->
        [0] { "" }
       *[other] { " " }等另外 { COUNT($more) } 个水平
    } 下，{ COUNT($pictures) } 张图像中有 { COUNT($count) } 张保持原样：对该处的变换而言图像太小，这些图像说明不了其影响
note-transformed = { $protocol }：各条件的图像由同一批照片或场景经{ LIST($transforms) }生成；由同一张图像生成的两张图像从不相互比较
note-repeats-vary = 同一条件下的重复图像在 { LIST($fields) } 上不同：同一条件下同一人的两幅图像总在这方面不同，两个条件之间的图像以及陌生人的图像则只是部分不同。对角线可能因此偏低，而且与用 { LIST($fields) } 也总是不同的陌生人设定的阈值相比，那里的漏匹配更多
note-not-as-trained =
    其模型卡写明 fit: { $card }；实际使用 { $used }，{ $by ->
        [option] 依照 --fit。漏匹配可能相差很大：可用 --fit card 试另一种
        [run] 与所指定的运行一致
        [scene] 这是渲染人物的惯例。漏匹配可能相差很大：可在方案中用 fit: card 试另一种
       *[protocol] 依照方案。漏匹配可能相差很大：可在方案中用 fit: card 试另一种
    }
note-card-beside = 权重 { $file } 旁边的 { $card } 与所用的模型卡在 { LIST($keys) } 上不同：--backbone FOLDER/{ $card } 按训练时的设置运行
note-fit-of-card = { $model } { $fit }
note-fit-of-cards = 方案未写明 fit：每个模型都按其模型卡取得照片（{ JOIN($models, with: "，") }）。漏匹配可能因此相差很大：可在方案中用 fit: letterbox 或 stretch 对所有模型试另一种。
# 较早的运行。
note-other-fit = 其模型卡写明 fit: { $card }；依照方案或 --fit 使用 { $protocol }
note-failed-model = { $model } 未能完成，没有数字：{ $reason }
note-not-cached = 它的计算结果不在运行之间保留：{ $reason }
key-no-source = 模块 { $module } 没有源文件
key-source-unreadable = 无法读取源文件 { $file }（{ $detail }）
key-source-changed = { $module } 的源代码在导入之后有改动
key-state-unknown = { $what } 的状态不只是其源代码和普通的值
key-file-unreadable = 无法读取 { $file }（{ $detail }）
key-needs-onnx = 要知道 { $file } 指向哪些文件，需要 onnx 包
key-no-onnx = { $file } 不是可读的 ONNX 文件
key-maker-unknown = 不知道它由什么生成
key-weights-shuffled = 其权重已被打乱
note-score-scale = 其得分称为 { $name }，标度为 { SIGNIFICANT($low, digits: 4) } 至 { SIGNIFICANT($high, digits: 4) }；它不是余弦相似度，曲线和颜色按该标度绘制
note-of-member = { $model }：{ $note }
note-smaller-members = { JOIN($models, with: "、") }：图像由 { $size } 再次缩小
note-fallback-engine = 在 PyTorch 中直接运行，速度较慢：{ $reason }
note-bfloat16-engine = bfloat16 在 PyTorch 中直接运行；OpenVINO 更快（pip install 'probe-reid[openvino]'），对小网络 float32 也更快
note-bfloat16-slow = 该处理器没有 bfloat16 指令：float32 更快
note-bfloat16-changes = 与 float32 相比，bfloat16 使其中 { COUNT($pictures) } 幅图像之间的余弦相似度最多改变 { SCIENTIFIC($largest) }，平均改变 { SCIENTIFIC($mean) }
note-bfloat16-made-pictures = bfloat16 使三幅人造图像之间的余弦相似度最多改变 { SCIENTIFIC($largest) }
note-gpu-memory = GPU 的空闲内存过少：每次计算的图像减少（{ PLAIN($pictures) } 幅）
note-weights-loaded =
    { $file }{ $family ->
        [no-value] ：载入 { COUNT($loaded) } 个张量
       *[other] { "" } 被识别为 { $family }；载入 { COUNT($loaded) } 个张量
    }，略去 { COUNT($dropped) } 个

note-occlusion = 通过遮挡图像的各部分测得；各部分之和不必等于相似度
note-not-exact = 不精确：其和与相似度最多相差 { SCIENTIFIC($worst) }
note-held-factors = 固定为该图像的取值：{ JOIN($factors, with: "，") }
note-class-token = 类别标记在最后一个块之前已含有的内容视为常量

## ---- 原因：图像或掩膜为何不能使用 ---------------------------------------------------------------

reason-same-picture = 与 { $picture } 是同一幅图像
reason-no-ending = 这是没有扩展名的图像：请按实际格式加上 .jpg 或 .png
reason-other-format = { $ending } 是不读取的图像格式：请另存为 .jpg 或 .png
reason-heic = 安装解码器后才能读取 { $ending }：{ $install }，或另存为 .jpg 或 .png
reason-link-leads-out = 指向文件夹之外的链接
reason-link-broken = 链接所指的文件不存在
reason-link-to-folder = 指向文件夹的链接，不予跟随
reason-changed = 文件在该运行首次读取之后有改动
reason-one-colour = 图像只有一种颜色：其中没有人
reason-same-picture-of = 与 { $picture } 是同一幅图像，后者是 { $person } 的图像
reason-no-box = { $table } 中没有框
reason-not-readable = 不是可读的图像（{ $detail }）
reason-no-format = 不是下列格式之一的图像：{ $formats }
reason-cannot-be-read = 无法读取（{ $detail }）
reason-empty-file = 文件为空
reason-too-many-pixels = 超过 { COUNT($most) } 像素
reason-size-too-large = { PLAIN($height) } x { PLAIN($width) } 像素；最多读取 { COUNT($most) }
reason-no-area = { PLAIN($height) } x { PLAIN($width) } 像素：没有面积
reason-pixels-outside = 整数像素超出 0..65535；请以 8 位或 16 位保存
reason-floating-point = 浮点像素没有公认的取值范围；请以 8 位保存
reason-box-outside = 框 x={ PLAIN($x) } y={ PLAIN($y) } width={ PLAIN($width) } height={ PLAIN($height) } 在 { PLAIN($picture_width) } x { PLAIN($picture_height) } 的图像内没有面积
reason-mask = 掩膜 { $variant }：{ $reason }
reason-not-masked = 未加掩膜
reason-mask-size = 掩膜（{ $name }）为 { $mask } 像素，图像为 { $picture } 像素
reason-mask-empty = 掩膜为空：未找到人
reason-mask-tiny = 掩膜极小：占图像的 { SHARE($share, places: 2) }
reason-mask-whole = 掩膜覆盖整幅图像（{ SHARE($share) }）
reason-no-mask-file = 没有名为 { $name } 的掩膜文件
reason-mask-not-readable = 不是可读的掩膜（{ $detail }）
reason-mask-not-rendered = 只有渲染的图像才有精确掩膜
reason-mask-one-colour = 图像只有一种颜色：没有人可以分割出来
reason-mask-nobody = { $masker } 未找到人
reason-mask-off-middle = { $masker } 的掩膜都不包含图像中央

## ---- 拒绝：路径所指之物、常用的下一步 -----------------------------------------------------------

step-force = --force 会替换它
step-finish-run = 请完成该运行：probe run ... --resume
step-copy-or-anew = 请从该运行的副本中取回此文件，或重新运行评测
path-folder-not-there = 文件夹 { $folder } 也不存在
path-bring-here =
    从对象存储中只读取照片、数据集、掩膜和裁剪图的文件夹：请先复制到本机（`aws s3 cp`、`gcloud storage cp`），
    再指定其所在位置
path-not-into-store = 不会写入对象存储
path-not-into-store-step =
    请指定本机的文件夹，写完后再复制（`aws s3 cp --recursive`、`gcloud storage cp -r`）
path-looked-for = 查找的位置：{ $folder }
path-name-a-file = 请指定一个文件
path-holds-none = 其中没有 { $ending } 文件
path-holds =
    其中有 { JOIN($files, with: "、") }{ $more ->
        [0] { "" }
       *[other] { "" } 等，另有 { COUNT($more) } 个
    }：请指定其一
path-no-folder = 没有这个文件夹
path-no-file = 没有这个文件
path-is-file = 这是文件，而这里需要文件夹
path-is-folder = 这是文件夹，而这里需要文件
path-name-needed = 这是文件夹，而这里需要文件名
path-not-writable = 不能写入此文件夹
path-is-there = 此文件已存在
path-not-ours = 此文件已存在，并且不是 probe 写的
path-held = 另一个进程正在此文件夹中工作
path-held-step = 请等它完成，或用 --out 指定另一个文件夹
path-leads-out = { $given } 指向文件夹 { $folder } 之外
path-leads-out-step = 写在文件中的路径只能指其文件夹之下的内容：请把文件移到那里，或复制一份
plug-in-no-file = { $name } 不接受文件
plug-in-needs =
    { $name } 需要{ $what ->
        [card] 模型卡
        [checkpoint] 权重文件
        [file] 文件
        [folder] 文件夹
       *[other] { " " }{ $what }
    }
plug-in-not-there =
    没有这个{ $what ->
        [card] 模型卡
        [checkpoint] 权重文件
        [file] 文件
        [folder] 文件夹
       *[other] { " " }{ $what }
    }
plug-in-noun =
    { $kind ->
        [backbone] 主干网络
        [data-set] 数据集
        [detector] 检测器
        [exporter] 导出器
        [masker] 掩膜器
        [remedy] 补救措施
        [transform] 变换
       *[other] { $noun }
    }
plug-in-unknown = 没有名为 { $name } 的{ $noun }
plug-in-twice = 有两个{ $noun }都名为 { $name }：{ $first } 和 { $second }
plug-in-twice-step = 请删除这两个包之一，或更改其入口点的名称。
plug-in-not-imported = 无法导入（{ $fault }：{ $said }）
plug-in-not-imported-step = 请写成 package.module:attribute；在已安装的包和当前文件夹中查找
plug-in-other-type = { $attribute } 的类型是 { $type }，而{ $noun }应为 { $kind }
plug-in-other-type-step = 请写成 package.module:attribute；其中 attribute 是 { $kind }

## ---- 拒绝：YAML ---------------------------------------------------------------------------------

yaml-right-file = 是不是指定错了文件？
yaml-unreadable = 无法按 YAML 读取：{ $fault }
yaml-too-deep = 列表和映射嵌套过深
yaml-no-character =
    其中有文本中不会出现的字符{ $at ->
        [no-value] { "" }
       *[other] （第 { PLAIN($at) } 个字符）
    }
yaml-empty = 文件为空
yaml-too-large = 大于 { COUNT($bytes) } 字节，方案、模型卡和配方都不会这么大
yaml-is-folder = 这是文件夹，不是 YAML 文件
yaml-not-utf8 = 不是 UTF-8 文本（第 { PLAIN($byte) } 字节）
yaml-save-utf8 = 请以 UTF-8 保存文件
yaml-may-you-read = 请确认有读取此文件的权限
yaml-tag = { $tag } 不是纯数据
yaml-plain-data = 请使用普通的文本、数字、列表和映射
yaml-key-twice = 键 { $key } 出现两次（第一次在第 { PLAIN($line) } 行）
yaml-keep-one-key = 请只保留其一；否则第二个会悄悄取代第一个
yaml-half-character = 文本中有半个字符（代理项）
yaml-half-character-step = 请直接以 UTF-8 写出该字符
yaml-large-number =
    { $number }{ $length ->
        [no-value] { "" }
       *[other] ...（{ PLAIN($length) } 个字符）
    } 作为数字太大
yaml-no-number = { $text } 不是数字
yaml-quote-text = 如果是文本，请加引号
yaml-key-no-word = 键应是普通的词，而这里是列表或映射
yaml-quote-bracket = 以 { $square } 或 { $curly } 开头的文本请加引号
yaml-indent = 同一组的行请从同一列开始
yaml-quote-special = 含有 : 或 # 的文本，或以特殊字符开头的文本，请放进 "..."
yaml-no-list-end = 列表 [...] 没有闭合，或缺少逗号
yaml-no-mapping-end = 映射 { $example } 没有闭合，或缺少逗号
yaml-close-with = 请用 { $bracket } 闭合
yaml-ends-early = 文件在应有值的地方结束了
yaml-close-opened = 请闭合 { $square } 或 { $curly } 打开的部分
yaml-list-item = 应为 KEY: VALUE 的地方出现了列表项
yaml-not-of =
    这一行不属于它上面的{ $kind ->
        [mapping] 映射
       *[list] 列表
    }
yaml-colon = 不能有键的地方出现了 ':'
yaml-no-colon = 键后面没有 ':'
yaml-write-key = 请写成 KEY: VALUE
yaml-tab = 有制表符
yaml-spaces = 请用空格缩进：YAML 不接受制表符
yaml-beginning = 文本不能以 { $found } 开头
yaml-no-quote = 加引号的文本没有闭合
yaml-close-quote = 请用与开头相同的引号（' 或 "）闭合
yaml-backslash = { $found } 前面有反斜杠
yaml-single-quotes = 请放进 '...'
yaml-no-value = { $found } 前面缺少值
yaml-documents = 其中有用 --- 分隔的多个文档
yaml-keep-one = 请只保留一个
yaml-anchor = & 或 * 表示锚点或别名的开头
yaml-alias = 不允许使用别名
yaml-write-out = 请在每个需要的地方写出该值
yaml-tag-sign = ! 或 % 表示标签或指令的开头，这里都不接受

## ---- 拒绝：文件中不合要求的值 -------------------------------------------------------------------

misfit-value = { $name } 为 { $shown }：需要{ $needed }
misfit-file = 该文件
misfit-number = 数字
misfit-whole-number = 整数
misfit-smaller-number = 更小的数字
misfit-text = 文本
misfit-truth = true 或 false
misfit-list = 列表
misfit-mapping = 映射（KEY: VALUE）
misfit-null = { " " }null
misfit-above = 大于 { $gt } 的数字
misfit-at-least = 不小于 { $ge } 的数字
misfit-below = 小于 { $lt } 的数字
misfit-at-most = 不大于 { $le } 的数字
misfit-multiple = { $multiple_of } 的倍数
misfit-one-of = { " " }{ LIST($values, word: "or") }
misfit-pattern = 符合 { $pattern } 的文本
misfit-longer = 至少 { $min_length } 个字符的文本
misfit-shorter = 至多 { $max_length } 个字符的文本
misfit-shown-mapping = 映射
misfit-shown-list = 列表 { $list }
misfit-entry-missing = { $name }：缺少列表的第 { PLAIN($number) } 个值
misfit-key-missing = 缺少键 { $key }
misfit-key-unknown = 这里没有 { $key } 这个键
misfit-of = { $name }：{ $fault }
misfit-too-few =
    至少需要 { PLAIN($least) } 个值{ $given ->
        [no-value] { "" }
       *[other] ，现有 { PLAIN($given) } 个
    }
misfit-too-many =
    至多 { PLAIN($most) } 个值{ $given ->
        [no-value] { "" }
       *[other] ，现有 { PLAIN($given) } 个
    }

## ---- 拒绝：选项 ---------------------------------------------------------------------------------

option-is = { $option } 的说明：{ $help }
option-is-share = { $option } 的说明：{ $help }；它是比例：1 % 写作 0.01
option-empty-list = { $option } 是空列表
option-too-small = { $given }：至少需要 { $least }
option-not-between = { $given } 不在 { $low } 与 { $high } 之间
option-not-within = { $given } 不在 { $low } 到 { $high } 的范围内
option-empty-text = { $option } 的值是空文本
option-none-of = { $option } { $value } 不是下列之一：{ JOIN($values, with: "、") }
option-no-device = --device { $name }：没有这种设备
option-devices = 设备：{ JOIN($devices, with: "、") }
option-no-share = { $text } 不是比例：1 % 写作 0.01 或 1%
option-no-rate = { $text } 不是错误匹配率：1 % 写作 0.01 或 1%，多个写作 0.01,0.001
option-no-number =
    { $text } 不是{ $whole ->
        [yes] 整数
       *[no] 数字
    }
option-given-empty = 值是空文本

## ---- 帮助：命令、选项及其标题 -----------------------------------------------------------------

help-no-report = 只保存运行，不生成报告
help-json = 以 JSON 输出结果
help-language = 所有供人阅读的输出的语言：{ JOIN($languages, with: "、") }（默认依次为 { $variable }、区域设置的语言、en）；方案中有该语言的标题和水平时也用该语言
help-default = { $text }（默认 { $value }）
help-usage = 用法:
help-positionals = 位置参数
help-options = 选项
help-commands = 命令
help-help = 显示本帮助并退出
help-version = 显示版本号并退出
help-described = { $summary }
help-program = 当距离、朝向、服装、背景或摄像头高度改变时，哪个行人重识别模型仍能认出同一人？
help-start = 从这里开始：probe run protocols/orientation.yaml
help-command-run = 比较各个条件：输入方案和图像，输出报告
help-command-init = 查看照片文件夹并提出一个方案
help-command-validate = 检查方案，以及照片文件夹是否符合方案
help-command-images = 方案的图像：数量和一览表
help-command-doctor = 检查权重文件是否名副其实，设置是否与训练时一致
help-command-backbones = 可以比较哪些模型，权重从何而来
help-command-compare = 成对比较相同图像的两次运行，或一次运行中的各个模型
help-command-advise = 一次运行中的哪些模型可以用于某个现场
help-command-verify = 由向量重新计算一次运行的每个数字
help-command-evaluate = 模型在行人重识别数据集上的检索指标
help-command-train = 按配方训练模型
help-command-generate = 用训练好的 FD-GAN 把人画成其他姿态
help-command-crop = 从视频或帧中裁剪出人，附带轨迹和掩膜
help-command-match = 在其他摄像头中寻找某个摄像头拍到的人：输入视频，输出网页
help-command-scenes = 渲染一个人物数据集，附带掩膜和关键点
help-command-plan = 一个方案需要多少人和图像；拍摄表
help-command-report = 重新生成一次已完成运行的报告
help-command-export = 把一次已完成的运行导出为 MLflow 或 Weights & Biases 的原生对象
help-command-cache = 查看缓存，或清空它
help-train-recipe = 含配方或矩阵的文件，或自带配方的名称；不指定则列出自带配方
help-train-data = 用于学习的图像，可同时指定多个：market1501=DIR、table=FILE.csv 等
help-train-target = 要适应的目标域的图像；不使用其中的身份信息
help-train-styled = 由目标图像生成的风格图像集（`probe generate`）；有多个目标时按其次序指定
help-train-evaluate = 用于矩阵：像 `probe evaluate` 那样，求每一行在该数据集上的检索指标
help-train-out = 训练的文件夹（默认 trainings/NAME）
help-train-resume = 接着 --out 中已有的内容继续
help-train-set = 更改配方中的一个值，例如 objective.m2=0.25
help-device = { JOIN($devices, with: "、") }
help-train-workers = 解码和增强所用的进程数
help-train-threads = 网络所用的 CPU 线程数；0 表示由 torch 决定
help-run-folder = 运行目录
help-advise-site = 摄像头将拍到的范围："distance=3..10 camera_height=2.3m orientation=any fmr=0.01 fnmr=0.1"；fmr 是允许通过的陌生人比例，fnmr 是可接受的漏匹配比例（不指定则为 0.1）
help-advise-variant = 运行中的掩膜变体
help-advise-require = 除非（--model 指定的）每个模型都可以在那里使用，否则以退出码 1 结束；`promising` 则至少要求可能可用：供脚本把关
help-advise-model = 判定所针对的模型（默认为运行中的所有模型；多个则重复给出）
help-backbones-name = 一个主干网络，用于查看其模型卡
help-backbones-fetch = 下载其权重并校验
help-cache-empty = 删除所保留的内容；取得的权重和您自己的文件不受影响
help-compare-run = 一个或两个运行目录
help-compare-out = 并排展示两次运行的网页（.html）
help-compare-force = 即使文件不是 probe 写的，也予以替换
help-crop-frames = 视频，或按名称排序的帧文件夹
help-crop-out = 裁剪图和表的文件夹；已开始的会接着做
help-crop-detector = 用什么找人：boxes=FILE.csv、scene（渲染帧的精确结果）、yolact=CHECKPOINT、ssd=CHECKPOINT、onnx=CARD.yaml
help-doctor-weights = 检查点、卡片文件、onnx:FILE、timm:NAME 或 module:spec（默认无：检查已安装的软件包）
help-doctor-backbone = 将如何运行它（默认根据张量名称识别）
help-doctor-photos = 不同人的图像（默认为渲染的人）
help-export-to = 目标工具：fiftyone、mlflow 或 wandb，或某个软件包注册的工具；若不用该工具的默认位置，在 `=` 之后写明位置
help-generate-drawers = 训练的文件夹、FOLDER@STAGE，或官方文件：FD-GAN 的 ENCODER+GENERATOR、StarGAN 的生成器
help-generate-data = 图像；画姿态时需带关键点；也可用 table=FILE.csv
help-generate-run = 改用一次已完成的运行：把其中的人转到各个条件，或画成各摄像头的风格，保存在运行中并在报告中展示
help-generate-photos = 该运行的照片，其中有 keypoints/NAME.json
help-generate-people = 画多少人；风格模式下为图表上展示的人数
help-generate-layout = 关键点的格式
help-generate-statistics = 风格模式：用什么归一化，是每幅图像自身的统计量（官方代码），还是训练时平均的统计量
help-generate-part = 风格模式：要画的那部分数据集
help-generate-other-cameras = 风格模式：去掉图像自身摄像头的风格（官方代码：全部保留）
help-generate-judge = 一个主干网络：求所画图像与真实图像或与源图像的余弦相似度
help-generate-judged = 风格模式：--judge 所看的源图像数
help-generate-seed = 选人和噪声的随机种子
help-generate-out = 放置图表、数字和风格图像集的文件夹
help-generate-resume = 风格模式：接着 --out 中的风格图像集继续
help-images-out = 图像一览表（默认 NAME-images.png）
help-force = 替换已有的文件
help-init-photos = 照片文件夹
help-init-out = 写到哪里（默认为此处的 FOLDER-NAME.yaml）
help-init-choose = 名称有多种读法时，采用哪一种
help-init-words = 您自己用来表示变化内容的词：因素、水平、词（YAML）
help-plan-protocol = 一个方案文件，或自带方案的名称
help-plan-fmr = 要能分辨的错误匹配率
help-plan-width = FNMR 的 95 % 置信区间的宽度
help-plan-takes = 每人每个条件的图像数（默认按方案）
help-plan-fnmr = 预期的错误不匹配率
help-plan-correlation = 同一人各次失败之间的相关：0 表示逐图独立，1 表示全有或全无
help-plan-subjects = 拍摄表上的人数（默认按计划）
help-plan-sheet = 生成拍摄表
help-report-out = 一个 .html、.pdf 或 .json 文件，或一个文件夹（默认为运行目录）
help-site = 为部署现场给出建议："distance=3..10 camera_height=2.3m orientation=any"
help-report-tables = 另写表格：单元格为 CSV；漏匹配、相似度和保留率为 LaTeX
help-report-force = 替换其他类型的文件；报告则总会被替换
help-scenes-out = 文件夹；其中已有的内容会保留
help-scenes-people = 人数
help-scenes-cameras = 摄像头数
help-scenes-layout = Market-1501 的文件夹和文件名，或单摄像头轨迹，每条轨迹一个 ID
help-scenes-domain = 光照和传感器
help-scenes-video = 生成行走的短图像序列
help-scenes-same-outfit = 所有人着装相同
help-scenes-seed = 换一个值就得到另一个数据集
help-scenes-first-identity = 第一个人的编号
help-scenes-any-size = 即使图像多于通常数量也进行渲染
help-validate-protocol = 方案文件、自带方案的名称或文件夹
help-validate-photos = 同时读取这些照片
help-validate-verbose = 列出每一张不可用或不符合模式的照片
help-verify-independent = 用与流程毫无共用的代码以穷举方式计算，并说明哪些数字在多少位上一致（较慢：八人的评测需一分钟）
help-frames-every = 每 N 帧看一帧
help-frames-fps = 帧文件夹的每秒帧数，用于计算时间；视频自带该值
help-frames-least-score = 得分低于此值的人不取
help-frames-least-height = 高度小于此值的裁剪图不写出
help-frames-least-width = 宽度小于此值的裁剪图不写出
help-frames-least-sharpness = 模糊的裁剪图不写出：取 0..255 像素值的拉普拉斯方差；0 表示不限
help-match-cameras = 两个或更多摄像头：视频、帧文件夹，或 probe crop 写出的文件夹
help-match-out = 裁剪图、matches.json 和 matches.html 的文件夹；已开始的会接着做
help-match-backbone = 用什么比对人，写法同 `probe run`
help-match-detector = 用什么找人，写法同 `probe crop`；若全部已裁剪好则不需要
help-match-mask = 填充背景：{ $detector }（检测器自身的掩膜），或写法同 `probe run`
help-match-run = 用同样模型的一次运行，其阈值说明得分的含义
help-match-fit = 裁剪图如何变为输入尺寸（默认：指定了运行则按该运行，否则按各模型训练时的方式）
help-match-pictures = 每段行走中均匀选取、用于比对的裁剪图数
help-match-ranks = 每个查询保留的行走段数
help-engine = 用什么运行网络；auto 表示与 torch 结果一致者中最快的
help-precision = float32，或 bfloat16（会测量并给出变化）
help-bf16 = 使用 bfloat16，并测量和给出变化
help-threads = 一个网络所用的 CPU 线程数；0 表示由机器决定
help-workers = 解码、渲染或增强所用的线程和进程数
help-cache = 缓存文件夹（默认为系统的缓存位置）
help-evaluate-data = 数据集：market1501=DIR、msmt17=DIR、scenes=DIR 等
help-evaluate-backbone = 要评测什么，写法同 `probe run`
help-evaluate-rule = 评测规则的名称
help-evaluate-distance = 用什么比较向量：余弦（cosine），或原样向量的欧氏距离（torchreid 的默认）；两者的数字不可相互比较
help-evaluate-first-stage = 一个主干网络；图像对打分模型只对它给出的最近 100 幅图库图像排序；两个阶段的数字都会给出
help-evaluate-fit = 图像如何变为输入尺寸；card 表示按模型训练时的方式
help-evaluate-flip = 加上镜像图像的向量
help-evaluate-rerank = 同时给出 k-reciprocal 重排序后的结果
help-evaluate-seed = 抽取图库的随机种子（cuhk03 规则）
help-run-protocol = 方案文件、自带方案的名称，或方案文件夹（可以多个）
help-run-backbone = 要比较什么：NAME、NAME=WEIGHTS、timm:NAME、onnx:FILE、CARD.yaml；a+b 把两个当作一个；不指定则用演示模型
help-run-mask = 对每一种掩膜，填充背景后再评测一次：scene（渲染人物的精确掩膜）、grabcut、files=DIR、sam=CHECKPOINT、yolact=CHECKPOINT
help-run-attention = 展示模型在看哪里（耗时较长）
help-run-remedies = 针对代价最大的变化尝试补救措施（镜像、掩膜、多视图等）
help-run-remedy = --remedies，并加入您自己的网络：super-resolution=FILE.onnx 放大小图像
help-photos = 照片文件夹；不指定则渲染人物
help-run-subjects = 要渲染的人数（默认 8）；最多 { COUNT($most) } 人，其中任意两人的 9 项特征有 7 项不同
help-run-fmr = 错误匹配率：第一个用于判定；其余的在陌生人数量足以分辨时也给出错误率
help-run-split-strangers = 用一半的人设定阈值，用另一半测量错误匹配
help-run-pictures = 在运行中保留小图像
help-run-no-pictures = 运行中不保留任何图像
help-run-pixelate-faces = 使报告中的头部无法辨认
help-run-out = 存放运行的文件夹
help-run-resume = 继续同样输入的最近一次未完成的运行
help-cluster = 把工作分给 Ray 集群的各节点：local（仅本机）、auto（本机所属的集群）或 HOST:PORT
help-run-any-size = 即使评测的图像或单元格多于通常数量也进行计算

## ---- 拒绝：命令行的写法 -------------------------------------------------------------------------

parser-help = 用法见 `{ $program } --help`
parser-no-option = 这里没有 { $option } 选项：{ $step }
parser-behind-command = 命令的选项写在命令之后：probe COMMAND ... { $option }
parser-option-of = 它是 { JOIN($commands, with: "、") } 的选项
parser-no-command = 没有 { $command } 这个命令：{ $step }
parser-without-value = { $option } 缺少值
parser-without-values = { $option } 一个值也没有
parser-takes-none = { $option } 不带值，却给了 { $value }
parser-choose = { $option }：不能选 { $value }（请从中选择：{ $values }）
parser-not-together = { $option } 与 { $other } 不能同时使用
parser-missing = 缺少：{ $names }
parser-too-many = { $words }：超出了命令所接受的数量
parser-of-option = { $option }：{ $fault }
parser-stopped = 尚未做任何事就已中断

## ---- 拒绝：方案 ---------------------------------------------------------------------------------

protocol-unknown = 此处和自带的方案中都没有这个方案
protocol-is-folder = 这是文件夹，而这里需要一个方案
protocol-run-folder = 这是一次运行的文件夹，不是方案的文件夹
protocol-run-report = `probe report { $folder }` 会写出它的报告
protocol-none-inside = 文件夹中没有方案（.yaml 文件）
protocol-init = `probe init FOLDER` 会为照片文件夹写出一个方案
protocol-examples = 可参考 protocols/distance.yaml；`probe init FOLDER` 会为照片写出一个方案
protocol-is-mapping = 方案是带有 name、title 等键的映射
protocol-no-scene = 方案 { $protocol } 没有 scene: 来源
protocol-give-photos = 请用 --photos 指定照片文件夹
protocol-misfit =
    { $misfit }{ $more ->
        [0] { "" }
       *[other] （另有 { COUNT($more) } 处）
    }
protocol-factor = 因素 { $factor }
protocol-level = 水平 { PLAIN($number) }
protocol-part-of = { $whole } 的 { $part }
protocol-no-transform = 没有名为 { $name } 的变换
protocol-two-factors = 有两个因素都名为 { $factor }
protocol-too-many-conditions = { COUNT($count) } 个条件：每两个都要比较，最多 { COUNT($most) } 个
protocol-group-twice = groups: { $group } 出现两次
protocol-no-source = 请写明图像来源：scene: 或 photos:，或两者
protocol-again = again: 会重新渲染每隔一次的拍摄：它需要 scene: 和 takes: 2
protocol-placeholder = { $place }：不认识 { $used }
protocol-no-kind = 没有 { $kind } 这种因素
protocol-text-languages = 请写文本，或从语言代码到文本的映射
protocol-two-levels = 因素 { $factor } 至少需要两个水平
protocol-level-twice = 因素 { $factor } 的水平 { $level } 出现两次
protocol-standard-no-level = standard { $level } 不是因素 { $factor } 的水平
protocol-levels-numbers = { $kind } 因素 { $factor } 的水平必须是数字
protocol-levels-rise = 因素 { $factor } 的水平必须递增
protocol-no-name = { $name } 不是名称：请用小写字母、数字、'_' 和 '-'，并以字母开头
protocol-transform-at = { $fault }（{ $condition }）
protocol-transform-place = 方案 { $protocol }、条件 { $condition }、{ $place }

## ---- 拒绝：变换 ---------------------------------------------------------------------------------

transform-other-picture = 变换 { $name } 给出 { $given }，而需要 uint8 { $needed }
transform-other-picture-step = 请改正其 change() 或 new_size()
transform-nothing-left = cut_head 与 cut_feet 什么也没留下：两者之和必须小于 100
transform-needs-pyav = video 需要 PyAV：{ $install }

## ---- 拒绝：命令 ---------------------------------------------------------------------------------

command-model-without-require = --model 指定某项要求所针对的模型，而没有写明任何要求
command-add-require = 请加上 --require use 或 --require promising
command-fetch-name = --fetch 需要主干网络的名称
command-backbones-lists = probe backbones 会列出它们
command-no-backbone = 没有名为 { $name } 的主干网络
command-lists-them = `probe backbones` 会列出它们
command-not-our-cache = 此文件夹中没有 probe 保存的内容；什么也没有删除
command-not-our-cache-step = 请用 --cache 指定 `probe cache` 所显示的文件夹
command-runs-given = 给出了 { COUNT($count) } 次运行
command-runs-step = 请给出一次或两次运行
command-one-run = 该网页并排显示两次运行，而只给出了一次
command-one-run-step = 一次运行的报告会比较其中的模型：probe report RUN
command-comparison-html =
    比较结果写为 .html，不能写为{ $ending ->
        [no-value] 文件夹
       *[other] { " " }{ $ending }
    }
command-comparison-html-step = 请给 --out 一个名称，例如 comparison.html
command-doctor-alone = 这里只写文件，运行它的网络写在 --backbone 之后
command-scores-pairs = 它对图像对打分，没有可查看的向量
command-not-told = 从张量看不出这个文件属于哪个网络；{ $looks }
command-take-out = 请把该文件移出文件夹，或重新保存
command-data-or-run = 人物取自数据集或取自一次运行
command-data-or-run-step = 请指定其一：--data FORM=DIR 或 --run DIR。
command-poses-and-styles = 其中一个把人画成其他姿态，另一个把图像画成其他风格
command-two-commands = 请分两次命令指定。
command-no-keypoints = 这次运行中没有一幅图像带有关键点，无从按其姿态画人
command-no-keypoints-step = 渲染的人物带有关键点。照片的关键点放在照片文件夹的 keypoints/NAME.json 中（OpenPose 的 18 个关节）。
command-keeps-no-faces = 这次运行被要求不保留图像或面部，而画出的图像会显示它们
command-keeps-no-faces-step = 请不加 --no-pictures 和 --pixelate-faces 运行评测。
command-small-pictures-lost = 缺少小图像，报告中画出的图像旁边将没有原图
command-small-pictures-lost-step = 请把这次运行的整个文件夹放到这里，或重新运行评测
command-run-of-photographs = 这是照片的运行，只保留了小图像
command-name-photos = 请指定照片文件夹：--photos DIR。
command-other-pictures = 图像已不再是那次运行的图像
command-other-pictures-step = 请用现在的图像或渲染器重新运行评测。
command-everybody-drawn = 一次运行中的所有人都会画出：不能用 --people 选择
command-everybody-drawn-step = 请去掉 --people，或画数据集中的人：--data FORM=DIR
command-nobody-twice = 没有人有两幅带关键点的图像
command-nobody-twice-step = 测试部分的关键点放在数据集文件夹中（DIR/query/NAME.jpg 对应 DIR/keypoints/query/NAME.json），或放在表的一列中。
command-two-sizes = { $first } 以 { $size } 绘制，{ $second } 以 { $other } 绘制
command-two-sizes-step = 尺寸不同的模型请分两次命令绘制
command-one-generator = 一套风格化数据由一个生成器绘制
command-one-generator-step = 请在各自的命令中分别指定。
command-out-is-folder = 这是文件夹
command-out-new-file = 请给 --out 一个新文件的名称
command-several-readings =
    { $count ->
        [1] 从名称不能确定什么在变化
       *[other] 名称有 { COUNT($count) } 种读法
    }，因此什么也没有写出
command-several-readings-step = --choose 1 采用第一种读法；自己的词写进 --words FILE
command-nobody-named-step = --choose 1 把这些名称当作水平。如果它们是人名，请把变化的内容也写进名称，如 anna/back_3.jpg；或者运行一个由这样的图像生成各水平的方案，如 low_light
command-no-reading = 没有第 { PLAIN($number) } 种读法：共有 { COUNT($count) } 种
command-no-reading-step = 去掉 --choose 即可看到它们
command-judge-pairs = { $name } 对图像对打分，没有向量
command-judge-step = 请给 --judge 一个主干网络
command-subjects-no-sheet = --subjects 是拍摄表上的人数，而没有要求拍摄表
command-subjects-no-sheet-step = 请加上 --sheet FILE.pdf；需要多少人由 --fmr 和 --width 决定
command-judge-people = 评判至少需要两个已知编号的人的图像
command-judge-people-step = 请去掉 --judge，或指定有人物的数据集。
command-nobody-to-draw = 这次运行中没有可画的人
command-evaluate-matrix = --evaluate 用于矩阵
command-evaluate-matrix-step = 单次训练请用：probe evaluate --backbone CARD。
command-a-file = 文件

## ---- 拒绝：评测 ---------------------------------------------------------------------------------

study-too-large = 此评测要渲染 { COUNT($pictures) } 幅图像（约 { COUNT($megabytes) } MB），共 { COUNT($cells) } 个单元格
study-too-large-step = --any-size 仍会计算；减少人数、拍摄次数或水平可以降低代价
study-two-runs = { $first } 和 { $second }
study-other-protocols = 两次运行的方案不同（{ $names }）
study-one-protocol-file = 请比较同一方案文件的运行
study-protocol-differs = 两次运行的方案不同：{ $name } 的 { JOIN($keys, with: "、") } 不一致
study-protocol-differs-step = 请比较同一方案文件的运行；若是两个文件，只有标题、问题和标签可以不同
study-other-pictures = 两次运行的图像不同
study-other-pictures-step = 请在同一文件夹上运行两个模型：配对比较需要相同的图像
study-other-rates = 阈值所对应的 FMR 不同：{ $first } 和 { $second }
study-other-rates-step = 请用 --fmr { $rate } 重新进行第二次运行
study-other-halves = 一次运行用一半的人设定阈值，另一次用所有人
study-other-halves-step = 请两次都加 --split-strangers，或都不加
study-vectors-only = 运行保存的是向量，不是图像
study-no-picture-of = images.parquet 中没有 { $protocol } 的图像
study-name-a-rate = --fmr：请至少指定一个错误匹配率
study-rate-step = 1 % 写作 0.01
study-subjects-rendered = --subjects 用于渲染的人物
study-subjects-rendered-step = 使用 --photos 时，文件夹中的所有人都参与
study-mask-scene = --mask scene 用于渲染的人物：照片没有精确掩膜
study-mask-scene-step = 请用 --mask grabcut、--mask sam=CHECKPOINT 或 --mask files=FOLDER
study-no-cluster-address = --cluster { $address }：这不是集群地址
study-cluster-address-step = 请写 local、auto，或 `ray start --head` 显示的 HOST:PORT
study-cluster-float32 = --cluster 以 float32 计算：bfloat16 带来的变化在一台机器上测量
study-cluster-float32-step = 请去掉 --bf16 或 --cluster
study-cluster-one-gpu = --device { $device } 指本机的某一块 GPU，而集群的每个节点有各自的 GPU
study-cluster-one-gpu-step = 请写 --device { $device }：由集群分配各节点的 GPU
study-run-held = 另一个进程正在计算这次运行
study-run-held-step = 请等它完成，或去掉 --resume：新的运行有自己的文件夹
study-remedies-across = --remedies 比较任意两幅图像，而有方案只在不同摄像头或日期之间比较
study-remedies-across-step = 请去掉 --remedies，或去掉 photos.across（渲染的人物：again）
study-two-protocols = 评测中有两个方案都名为 { $name }
study-two-protocols-step = 请更改其中一个的 name:，或去掉一个
study-one-fit = 同一评测的各方案必须以相同方式适配图像
study-one-fit-step = 请写相同的 fit:，或逐个运行
study-one-across = 同一评测的各方案必须以相同的 across 比较图像
study-one-across-step = 请写相同的 photos.across:（渲染的人物：again:），或逐个运行

## ---- 拒绝：掩膜 ---------------------------------------------------------------------------------

masking-none =
    { $masker }：没有一幅图像能加上掩膜{ $refused ->
        [0] { "" }
       *[other] （{ PLAIN($refused) } 幅不可用；第一幅 { $first }：{ $reason }）
    }
masking-none-step = 请查看图像和掩膜，或不加 --mask 运行。
masking-stored-damaged = 保存的掩膜已损坏（{ $detail }）
masking-stored-damaged-step = 请从副本恢复该文件，或以相同的 --mask 重新运行。
masking-is-file = 这是文件，而这里需要掩膜文件夹
masking-is-file-step = --mask files=FOLDER；掩膜的名称与照片相同
masking-no-folder = 没有这个掩膜文件夹
masking-folder-empty = 文件夹中没有掩膜文件
masking-folder-empty-step = 掩膜是与照片同名的图像，人所在处为白色。
masking-twice = 有两个掩膜都名为 { $name }
masking-twice-step = 请为每个各运行一次评测
masking-nobody = 图像中没有属于人的区域
masking-left-out =
    { $file ->
        [no-value] { "" }
       *[other] { $file }：
    }{ $fault }{ $place ->
        [no-value] { "" }
       *[other] （{ $place }）
    }{ $hint ->
        [no-value] 。
       *[other] 。{ $hint }
    }
masking-photographs-step = 照片请用：--mask grabcut、--mask sam=CHECKPOINT 或 --mask files=FOLDER。
masking-size-step = 掩膜的高和宽必须与其图像完全相同。

## ---- 拒绝：运行 ---------------------------------------------------------------------------------

run-not-complete =
    { $status ->
        [failed] 这次运行失败了，没有完成
        [started] 这次运行已开始，但尚未完成
       *[other] 这次运行的状态为 { $status }，尚未完成
    }{ $so ->
        [advise] ：没有可供建议的依据
        [export] ：还没有可导出的内容
        [report] ：还没有可写入报告的内容
        [thresholds] ：没有阈值
       *[no-value] { "" }
    }
run-noun =
    { $noun ->
        [backbone] 主干网络
        [figure] 数字
        [kind] 类别
        [protocol] 方案
        [variant] 掩膜变体
       *[other] { $noun }
    }
run-part-of = { $backbone } 的部分
run-no-name = 这次运行中没有名为 { $name } 的{ $noun }
run-no-manifest = 这不是一次运行的目录：其中没有 manifest.json
run-holds-runs = 其中有 { COUNT($count) } 次运行：请指定其一，最新的是 { $newest }
run-looks = 运行目录形如 { $example }
run-has = 其中有 { JOIN($names, with: "、") }
run-is-file = 这是文件，不是运行目录
run-no-folder = 没有这个运行目录
run-manifest-damaged = 清单已损坏：{ $fault }
run-no-text = 它不是文本
run-no-json =
    { $line ->
        [no-value] 它不是 JSON
       *[other] 它在第 { PLAIN($line) } 行不是 JSON
    }{ $detail ->
        [no-value] { "" }
       *[other] ：{ $detail }
    }
run-no-keys = 其中没有键和值
run-half-character = 其中有半个字符
run-no-array = 其中没有数组 { $name }
run-no-index = 数组之间的内容不是 JSON
run-no-parquet = 它不是 Parquet 文件，或被截断
run-no-column = 其中没有 { $name } 列
run-no-hash = 清单中没有它的哈希值
run-other-hash = 它不是当初写入的内容：其哈希值与清单中的不同
run-leads-out = { $name } 指向这次运行的文件夹之外
run-match-again = 请重新匹配：probe match ...
run-newer-version = 由更新的版本写出（模式 { $version }，本版本读到 { PLAIN($read) }）
run-update = 请更新 probe-reid
run-file-damaged = 此文件已损坏
run-cannot-be-read = 无法读取：{ $fault }
run-file-missing =
    缺少 { $file }{ $status ->
        [no-value] { "" }
        [failed] （这次运行失败了）
        [started] （这次运行尚未完成）
       *[other] （这次运行的状态为 { $status }）
    }
run-not-as-written = 文件内容不是当初写入的内容
run-study-again = 请重新运行评测：probe run ...
run-findings-damaged = 结论不是当初写入的内容
run-no-arrays = 它不是 .npz 文件，或被截断
run-several-protocols = 这次运行有 { PLAIN($count) } 个方案
run-name-one = 请指定其一：{ JOIN($names, with: "、") }
run-picture-compressed = { $name } 经过压缩，或比小图像大
run-picture-other = { $name } 不是当初写入的内容
run-no-zip = 它不是 zip 文件，或被截断
run-zip-twice = 其中有两个同名文件

## ---- 拒绝：JSON ---------------------------------------------------------------------------------

json-too-deep = 列表嵌套过深

## ---- 拒绝：跨摄像头匹配 -------------------------------------------------------------------------

matching-other-model = 这次运行中的 { $model } 是另一个模型：权重、模型卡、精度或代码不同
matching-no-model = 这次运行中没有 { $model }：其阈值说明不了这个模型
matching-model-step = 其中有 { JOIN($models, with: "、") }。请指定同一模型的运行，或去掉 --run。
matching-other-fit = 这次运行以 { $usual } 把图像适配到输入尺寸，而这里是 { $fit }
matching-other-fit-step = 两者的得分不同：请用 --fit { $usual }，或去掉 --fit
matching-no-variant = 这次运行中没有用 { $variant } 加掩膜的图像：对这样的得分一无所知
matching-no-variant-step = 其中有 { JOIN($variants, with: "、") }。请加上这个 --mask 重新运行，或去掉 --run。
matching-no-detector = 缺少 --detector：需要先在这些帧中检测人
matching-no-detector-step = 请用 --detector yolact=FILE、ssd=FILE 或 onnx=CARD.yaml；或指定 `probe crop` 写出的文件夹。
matching-folder-taken = 此文件夹中有别的内容
matching-new-folder = 请给 --out 一个新文件夹。
matching-other-cameras = 此文件夹中是其他摄像头的匹配，例如 { $camera }
matching-other-cameras-step = 请给 --out 一个新文件夹，或把该摄像头也写上。
matching-not-cropped = 这个摄像头还有帧尚未裁剪
matching-crop-on = 请再次执行它的 `probe crop` 命令：会从中断处继续。
matching-crop-again = 请重新裁剪这些帧：probe crop ...
matching-camera-shows = { $camera }：检测到 { PLAIN($people) } 人，裁剪图 { PLAIN($crops) } 幅
matching-too-few =
    拍到{ $mask ->
        [no-value] 人
       *[other] { " " }{ $mask } 能分割出的人
    }的摄像头不足两台：没有可匹配的内容（{ JOIN($shown, with: "；") }）
matching-too-few-step = 请查看裁剪图，以及 --least-score、--least-height 和 --least-sharpness。
matching-restore-crop = 请恢复这幅裁剪图，或把这些帧重新裁剪到新文件夹。
matching-same-pictures = { $first } 与 { $second } 的图像相同：它们是同一摄像头
matching-same-pictures-step = 每段视频只指定一次。同一视频的另一部分不是另一个摄像头。
matching-no-masks = { $camera } 的检测器没有给出掩膜
matching-no-masks-step = 请使用会给出掩膜的检测器，或 --mask grabcut。
matching-one-camera = 只有一个摄像头：没有可在另一个摄像头中寻找的人
matching-one-camera-step = 请指定两台或更多摄像头的视频或文件夹。
matching-camera-twice = 这个摄像头指定了两次

## ---- 拒绝：现场 ---------------------------------------------------------------------------------

asked-example = 写法示例：{ $example }
asked-no-part = --site：{ $part } 不是 NAME=VALUE 的形式
asked-twice = --site：{ $name } 指定了两次
asked-no-factor = --site 没有写明因素
asked-no-rate =
    --site：{ $value } 不是 0 与 1 之间的{ $rate ->
        [fnmr] 错误不匹配率
       *[fmr] 错误匹配率
    }
asked-rate-step = 百分之一写作 { $name }=0.01 或 { $name }=1%
asked-measure-first =
    请先用相同的模型测量：probe run { $protocol }{ $factor ->
        [none] { "" }
       *[other] ；在 --site 中写作 { $factor }
    }
asked-not-varied = --site：这次运行没有改变 { $name }
asked-no-order = --site：{ $factor } 没有顺序，因此没有范围
asked-no-order-step = 请用逗号分隔写出水平，或写 any
asked-no-level = --site：{ $level } 不是 { $factor } 测量过的水平
asked-unit-last = --site：单位写在最后一个数字之后
asked-lower-first = --site：较小的一端写在前面
asked-no-number = --site：{ $text } 不是数字
asked-no-number-step = 请写 any、4、3..10 或 2.3m
asked-other-unit =
    --site：{ $factor } { $measured ->
        [no-value] 没有单位
       *[other] 的单位是 { $measured }
    }，不是 { $unit }
asked-units = 可换算的单位：{ JOIN($units, with: "、") }
asked-unit-of-run = 请用这次运行的单位写数字，例如 { $example }

## ---- 拒绝：比较 ---------------------------------------------------------------------------------

split-too-few = --split-strangers：{ PLAIN($people) } 人不能分成两组陌生人
split-too-few-step = 请去掉它，或拍摄更多的人（至少四人）
split-no-strangers = --split-strangers：其中一半的人没有陌生人
split-unresolved = --split-strangers 用一半的人设定阈值：{ $reason }
split-step = 请去掉 --split-strangers，拍摄更多的人，或要求更高的 --fmr
score-not-finite = 有的得分是 NaN 或无穷大

## ---- 拒绝：检测器 -------------------------------------------------------------------------------

detector-shapes = 框 (n, 4) 与得分 (n,) 的形状不相配：框 { $boxes }，得分 { $scores }
detector-masks = { PLAIN($count) } 个框，而掩膜的形状为 { $shape }
detector-no-number = 有的框或得分不是数字
detector-no-size = 有的框的宽或高不大于 0

## ---- 拒绝：模型在看哪里 -------------------------------------------------------------------------

evidence-not-finite = 依据（{ $name }）不是有限值
evidence-too-few = { PLAIN($people) } 个人，{ PLAIN($backgrounds) } 种背景
evidence-two-of-each = 背景依赖度需要两者各至少两个。
evidence-other-regions = 区域 { JOIN($before, with: "、") } 与 { JOIN($after, with: "、") } 不一致
evidence-same-regions = 两幅图像需要相同的区域，最多 { PLAIN($most) } 个。
evidence-no-change = 没有可分摊的相似度变化
evidence-nothing-changed = 相似度没有变化：没有可分摊的内容

## ---- 拒绝：补救措施 -----------------------------------------------------------------------------

remedies-no-pictures =
    无法尝试补救措施：没有{ $part ->
        [queries] 查询图像
        [standard] 标准条件的图像
       *[strangers] 陌生人的图像
    }

## ---- 拒绝：报告与图 -----------------------------------------------------------------------------

drawn-no-format = 没有 { $name } 这种报告格式
drawn-no-picture = 无法读取图像
drawn-too-many-people = 不能制作 { PLAIN($people) } 人的拍摄表（1 至 { PLAIN($most) } 人）
drawn-too-many-people-step = 请加大 --width 重新规划，或先为第一组人制作拍摄表：--subjects
drawn-one-name =
    一个条件的 { COUNT($takes) } 幅图像各需一个名称，而模式 { $pattern } 只有{ $names ->
        [1] 一个：{ $place }
       *[other] { "" } { COUNT($names) } 个，例如 { $place }
    }
drawn-one-name-step = 请在 photos.pattern 中图像编号所在的位置写入 {"{take}"}
drawn-of-mated = { $figure } 是同人单元格的数字
drawn-use-mean = 请用 figure='mean'
drawn-no-figure = { $protocol } 中没有 { $model }（{ $variant }）的 { $kind } 单元格的 { $figure }
drawn-no-figure-step = report.html 说明了缺少数字的原因
drawn-no-retention = { $model } 的保留率在 { $protocol } 中没有意义：在标准条件下就有 { PERCENT($rate) } 的图像对漏匹配
drawn-no-retention-step = 请绘制 figure='fnmr'；数字仍可从 run.matrix(...) 取得
tables-misses = 相对于{ $standard }，同一人图像对的漏匹配；错误匹配率 { RATE($rate) }；括号内为各水平单独的、按人计算的 95 % 区间；需要 booktabs
drawn-no-name = 没有名为 { $name } 的{ $noun }
drawn-no-axes = ax 是 { $kind }：需要 matplotlib 的 Axes
drawn-no-axes-step = plt.subplots(1, 2) 返回一个图和多个 Axes：请指定其中一个，如 axes[0]

## ---- 拒绝：导出 ---------------------------------------------------------------------------------

export-no-package = 无法导入软件包 { $name }（{ $detail }）
export-is-there = 运行 { $run } 已存在，其标识为 { $id }
export-is-there-step = 请先在那里删除它，或指定另一个位置
export-refused = { $tool } 拒绝：{ $said }
export-place = --to { $name }=PLACE：{ $places }
export-places-mlflow = 跟踪地址，例如 http://HOST:5000 或 sqlite:///mlflow.db
export-places-wandb = 文件夹；wandb 会在其中建立自己的 `wandb` 文件夹
export-places-fiftyone = 存放该次运行小图片的文件夹
export-no-pictures = 该次运行没有保留可显示的图片
export-with-pictures = 请不带 --no-pictures 重新运行
export-delete-data-set = 请先在那里删除：fiftyone datasets delete '{ $name }'
export-own-mongodb = FiftyOne 需要 MongoDB：可用 FIFTYONE_DATABASE_URI=mongodb://HOST:27017 指定您自己的
export-no-folder = 不能有这样的文件夹（{ $detail }）
export-offline = WANDB_MODE=offline 不发送任何内容，也不需要账户

## ---- 核验：已存运行中的差异 ---------------------------------------------------------------------

verify-left-adjusted = 对多次比较做校正后的 p 值（Holm 法），以及据此算作已证实的差异
verify-left-chances = 错误仅凭偶然集中在少数人身上的概率（通过随机重新分配求得）
verify-left-crossed = 两个因素叠加时，影响是否大于各自单独的影响
verify-left-further = 其他数字
verify-left-surveys = 十次人数统计中有九次的误差所在的范围（通过随机抽取统计求得）
verify-changed = { $file } 已被改动或缺失
verify-unlisted = { $file }：清单中没有它的哈希值
verify-histograms = histograms.npz：由得分推算出的计数与之不同
verify-damaged = { $reason }：{ $file }
verify-findings = findings.json：由数字推出的句子与之不同
verify-examination = examination.json：由得分推算出的数字与之不同
verify-site = site.json：由各单元格推出的建议与之不同
verify-table = { $table }：{ $difference }
verify-rows = 存有 { PLAIN($stored) } 行，算得 { PLAIN($computed) } 行，或列不同
verify-column = { $column }：{ PLAIN($rows) } 个中有 { PLAIN($count) } 个不同，第一个在第 { PLAIN($row) } 行：存为 { $stored }，算得 { $computed }
verify-thresholds = 存有 { PLAIN($stored) } 个阈值，算得 { PLAIN($computed) } 个
verify-threshold = { $model } 的阈值（{ $variant }）：存为 { $stored }，算得 { $computed }

## ---- 检索 ---------------------------------------------------------------------------------------

data-counts-differ =
    这与所发表的 { $name } 不同：{ JOIN($counts, with: "；") }。{ $other ->
        [no-value] { "" }
       *[other] 这些是 { $other } 的数目。
    }数字不能与已发表的相比
data-count =
    { $noun ->
        [training-pictures] 训练图像
        [query-pictures] 查询图像
        [gallery-pictures] 图库图像
        [training-people] 训练人数
       *[query-people] 查询人数
    }为 { COUNT($count) }，应为 { COUNT($published) }
data-people-in-both = 查询中有 { COUNT($people) } 人也出现在训练图像中
data-people-split =
    { PLAIN($trained) } 人用于训练，{ PLAIN($tested) } 人用于测试（{ $listed ->
        [yes] 依照 { $file }
       *[no] 没有 { $file }
    }）
data-msmt17 =
    MSMT17 { $blurred ->
        [yes] V2（人脸已模糊）
       *[no] V1
    }：{ COUNT($count) } 幅验证图像属于训练图像
data-picture-left-out = 略去：{ $picture }：{ $reason }
data-more-left-out = 略去：另有 { COUNT($more) } 幅无法打开的图像
retrieval-note = 附注：{ $note }
retrieval-left-out = { PLAIN($queries) } 个查询中有 { PLAIN($count) } 个在图库中没有正确答案，未计入任何数字

## ---- 报告：页面及其开头 -------------------------------------------------------------------------

report-skip = 跳到摘要
report-sections = 各节
report-summary = 摘要
report-method = 方法
report-close = 关闭
report-date =
    { $year }年 { $month ->
        [1] 1
        [2] 2
        [3] 3
        [4] 4
        [5] 5
        [6] 6
        [7] 7
        [8] 8
        [9] 9
        [10] 10
        [11] 11
       *[12] 12
    } 月{ PLAIN($day) }日
report-question = 哪个模型仍能认出同一个人？
report-score-name =
    { $score ->
        [cosine] 余弦相似度
        [score] 得分
       *[other] { $score }
    }
report-score-plural =
    { $score ->
        [cosine] 余弦相似度
       *[other] 得分
    }
report-score-capital =
    { $score ->
        [cosine] 余弦相似度
        [score] 得分
       *[other] { CAPITAL($score) }
    }
report-score-title =
    { $score ->
        [cosine] 余弦相似度
        [score] 得分
       *[other] { CAPITAL($score) }
    }
report-level-of-confidence = 95%
report-model = 模型
report-factor = 因素
report-people = { COUNT($count) } 人
report-enrolled = 注册图像
report-enrolled-text = 在标准条件下
report-enrolled-over = 在标准条件下；得分高于 { $scores } 即为匹配
report-score = { UNIT($score) }
report-scores = { LIST($scores) }
report-scores-between = { UNITS($scores) }
report-same =
    { $wish ->
        [sensitive] 同一人，变化最大
       *[invariant] 同一人，最差情况
    }
report-same-standard = 同一人，任何改变之前
report-same-scores = { $level }：得分 { $scores }
report-same-matched = { $level }：这样的图像对有 { PERCENTS($rates) } 被漏匹配。这一对得分 { $scores }；判为同一人的：{ $who }
report-same-missed = { $level }：这样的图像对有 { PERCENTS($rates) } 被漏匹配。这一对得分 { $scores }；判为陌生人的：{ $who }
report-every-model =
    { $models ->
        [1] 该模型
        [2] 两个模型
       *[other] 全部 { COUNT($models) } 个模型
    }
report-some-models = { COUNT($models) } 个模型中有 { COUNT($some) } 个
report-names = { LIST($names) }
report-other = 另一个人
report-other-alike = 着装相同：这样的图像对有 { PERCENTS($passing) } 被当作同一人通过
report-other-alike-scores = 着装相同：这样的图像对平均得分 { $scores }
report-other-at-large = 一般陌生人：这样的图像对平均得分 { $scores }
report-no-fonts = 此 PDF 中有 { COUNT($characters) } 个字符在制作它的机器上没有字体，未能显示。请安装 probe-reid[japanese] 或 probe-reid[chinese]，再用 `probe report` 重新制作。

## ---- 报告：阅读结果之前须检查的事项 -------------------------------------------------------------

report-check-title = 请检查输入
report-check-of-model = { $model }：{ $text }
report-check-failures = 它们及其原因列在“采集失败”一节。
report-check-ignored = `probe validate PROTOCOL --photos DIR --verbose` 列出全部这些文件；请放宽命名模式，或确认有意不用它们。
report-check-closed = 请取得读取它们的权限，或把它们移出该文件夹。
report-check-rows = 请改正表中的路径：没有对应的行，这些图像就缺少框或字段。
report-check-boxes = 请用 `probe images PROTOCOL --photos DIR` 查看，并改正这些框。
report-check-shapes = 请用 `probe images PROTOCOL --photos DIR` 查看；略去看不到完整人体的图像。
report-check-same = 每组只保留一幅：两个副本不是两次拍摄。
report-check-two-people = 请查看这两幅图像。如果它们是同一个人，请给两者同一个名称；如果其中一幅归错了，请移动它。然后再运行一次：实为同一人的“陌生人”会抬高阈值并增加漏匹配。
report-check-masks = 请将掩膜反相，或对照图像查看其中一个。
report-check-twice = 请换用另一个模型，或只看两者之一。
report-check-set-up = `probe doctor MODEL` 可检查其设置。在此之前，它的数字不能说明该模型。
report-check-norms = 请提供训练过的权重，并包含其批归一化统计量。
report-check-tensors = 训练用的分类器是有意略去的；`probe doctor FILE` 列出各张量。
report-check-card = 在评判该模型之前，请用权重旁边的模型卡运行。
report-check-fit = 在评判该模型之前，请用另一种适配方式再运行一次。

## ---- 报告：摘要 ---------------------------------------------------------------------------------

report-glance-head =
    { $measure ->
        [fnmr] 谁认不出来。
        [retention] 与陌生人的分差还剩多少。
       *[mean] 最低的平均{ report-score-name }。
    }
report-glance-caption =
    { $measure ->
        [fnmr] 各因素改变后，模型在漏匹配最多的水平上漏匹配的同人图像对的比例；旁边是 95% 置信区间。
        [retention] 每个模型在各因素保留最少的水平上：1 表示与标准条件相同，0 表示与陌生人之间相同。
       *[mean] 每个模型在各因素最低的水平上，与标准条件比对。
    }
report-worst-title = 各因素的最差情况。
report-worst-misses = 同人图像对中被漏匹配的比例（FNMR），取漏匹配最多的水平，与标准条件比对。每条短线是一个水平，圆点是最差的水平，横条是最差水平（不论是哪一个）的 95% 置信区间。
report-worst-grid =
    { $measure ->
        [fnmr] 同人图像对中被漏匹配的比例（FNMR），取漏匹配最多的水平，与标准条件比对；颜色越深，比例越高。其下是最差水平（不论是哪一个）的 95% 置信区间，以及该水平。
        [retention] 最差水平上的保留率：与陌生人的分差所剩的比例，1 表示与标准条件相同，0 表示与陌生人之间相同。其下是该水平。
       *[mean] 与标准条件比对的平均{ report-score-name }，取其最低的水平。其下是该水平。
    }
report-worst-missed-at = 漏匹配，{ $level }
report-worst-standard = 标准条件本身为 { $rate }
report-worst-kept = 此处与陌生人的分差保留率为 { $retention }
report-worst-retention = 保留率是与陌生人的分差所剩的比例：1 表示与标准条件一样好，0 表示不比陌生人强。每条短线是一个水平，圆点是最差的水平，横条是其 95% 置信区间。
report-worst-mean = 与标准条件比对的平均{ report-score-name }；由于未与陌生人比对，无法校准，模型之间也不能相互比较。每条短线是一个水平，圆点是最低的水平，横条是其 95% 置信区间。
report-usable-before = 适用 { $range }
report-summary-decided =
    漏匹配：得分不高于阈值的同人图像对（FNMR），取漏匹配最多的水平；阈值的设定使标准条件下的这些一般陌生人有 { RATE($fmr) } 通过（FMR）{ $open ->
        [yes] ，其他人会有多少通过则没有定论
       *[no] { "" }
    }。{ $before ->
        [yes] 适用：标准条件周围漏匹配率不超过 { PERCENT($limit) } 的连续范围
       *[no] 可以使用：标准条件周围的连续范围，其中漏匹配率的上限不超过 { PERCENT($limit) }，且通过的陌生人不多于所要求的；可能可用：仅这些人的漏匹配率如此。漏匹配率的置信区间对所有水平、因素和模型同时成立
    }；对实测之外不作任何断言。
report-no-strangers = 未与陌生人比对
report-summary-undecided = 未统计漏匹配：{ JOIN($why, with: "；") }。
report-range-of-levels = { COUNT($levels) } 个水平
report-range-between = { $first } 至 { $last }
report-fall-wanted = 此处期望下降
report-lean-title = 偏向
report-lean-note = 条件改变后的漏匹配与错误匹配
report-lean-none = 未知
report-lean-open = 无置信区间
report-lean-side =
    { $side ->
        [precision-first] 精确率优先
        [recall-first] 召回率优先
       *[neither] 未显示任何一种
    }
report-lean-meaning =
    { $side ->
        [precision-first] 漏掉本人的比例高于放过陌生人的比例
        [recall-first] 放过陌生人的比例高于漏掉本人的比例
       *[neither] 未显示哪一种错误更多
    }
report-lean-not-told = 未能判定

## ---- 报告：针对现场的建议 -----------------------------------------------------------------------

report-site-title = 针对您指定的现场
report-site-cells = 数字
report-site-more = 另有 { COUNT($more) } 个
report-site-page = 页

## ---- 报告：标准条件、阈值、模型之间的比较 -------------------------------------------------------

report-before-title = 任何改变之前
report-before-decided = 标准条件，以及其他一切所依据的阈值。
report-before-undecided = 标准条件。
report-before-caption =
    { report-score-title }：同一人的两幅图像（蓝色）{ $strangers ->
        [yes] 、两名一般陌生人（灰色）
       *[no] { "" }
    }{ $alike ->
        [yes] 、两名着装相同的陌生人（虚线）
       *[no] { "" }
    }。{ $decided ->
        [yes] 竖线左侧系统判为“不同”，右侧判为“相同”。各曲线
       *[no] 各曲线
    }经过平滑，并按各自的峰值缩放。
report-same-person = 同一人
report-same-person-missed = 同一人，被漏匹配
report-strangers = 陌生人
report-dressed-alike = 着装相同
report-threshold = 阈值
report-sentence = { CAPITAL($note) }。
report-how-mean =
    两幅图像的{ report-score-title }，{ $score ->
        [cosine] 始终采用 0 至 1 的标度
       *[other] 采用各模型自己的标度
    }。同一数值的含义因模型而异：同样的{ report-score-name }，对一个模型可能是陌生人，对另一个可能是同一人。
report-how-retention = 保留率，始终采用此标度：与陌生人的分差还剩多少。它对每个模型含义相同：说明改变使其付出多大代价，而不说明它原本有多好。
report-how-fnmr = 漏匹配：同一人的得分中不高于阈值的红色部分（FNMR）。竖线右侧的陌生人是错误匹配（FMR）。
report-decisions-head = 在阈值处。
report-decisions-caption = 得分高于阈值的图像对即为匹配；阈值按所列的错误匹配率（FMR），用标准条件下的一般陌生人设定。他人的 FMR：这一阈值在其他人中的错误匹配率的 95% 置信区间，以及它仅由多少对人决定。漏匹配率之下是其 95% 置信区间，针对新的人和这一阈值；最后一列是漏匹配最多者的置信区间，针对按同一比率用其他陌生人重新设定的阈值。两者都只就一个水平单独而言：它是作为多个水平中最差者选出的，只有摘要中的置信区间考虑了这一点。
report-decisions-caption-split = { report-decisions-caption }人员被分为两半：阈值用其中 { COUNT($tuned) } 人设定，所有实测的 FMR 都是另外 { COUNT($tested) } 人的。
report-decisions-fmr = FMR
report-decisions-threshold = 阈值
report-decisions-all = 所有模型
report-decisions-above = 高于阈值的陌生人
report-decisions-true = 他人的 FMR
report-decisions-range = { $low } 至 { $high }
report-decisions-carried = 来自 { COUNT($pairs) } 对人，{ COUNT($people) } 人
report-decisions-tested = 另一半的 FMR
report-decisions-standard = 漏匹配，标准条件
report-decisions-worst = 最多漏匹配
report-decisions-anew = 重新设定
report-factor-level = { $factor }，{ $level }
report-count-of = { COUNT($part) } / { COUNT($whole) }
report-figure = 图 { COUNT($number) }
report-glossary = 术语
report-page-copy = 复制为 CSV
report-page-copied = 已复制
report-page-copy-png = 复制为 PNG
report-page-copy-svg = 复制为 SVG
report-page-saved = 已存为文件
report-page-search = 在本页搜索
report-page-nothing-found = 本页中没有
report-page-all-models = 所有模型
report-page-all-factors = 所有因素
report-page-fold = 折叠
report-page-unfold = 全部显示
report-term-fnmr = FNMR
report-term-fnmr-text = 错误不匹配率：同人图像对中被漏匹配（得分不高于阈值）的比例。每个人的权重相同。
report-term-fmr = FMR
report-term-fmr-text = 错误匹配率：两个人的图像对中被当作同一人通过（得分高于阈值）的比例。
report-term-threshold = 阈值
report-term-threshold-text = 得分高于阈值的图像对即为匹配。每个模型有一个阈值，其设定使标准条件下通过的陌生人恰为所要求的比例；此后用于所有条件。
report-term-retention = 保留率
report-term-retention-text = 模型保留了多少与陌生人的分差：1 表示与标准条件相同，0 表示与陌生人之间相同。
report-term-auc = AUC
report-term-auc-text = 同人图像对的得分高于陌生人图像对的概率：1 表示总是如此，0.5 表示全凭偶然。
report-term-dprime = d′
report-term-dprime-text = 同一人的得分与陌生人的得分相距多远，以标准差计。
report-term-eer = EER
report-term-eer-text = 等错误率：阈值取在被漏匹配的图像对与通过的陌生人比例相等之处。
report-term-bias = c
report-term-bias-text = 模型在其阈值下偏向哪种错误：大于 0 时偏向漏匹配，小于 0 时偏向让陌生人通过。
report-term-strangers = 一般陌生人
report-term-strangers-text = 两个人的图像对，各穿自己的衣服。
report-term-alike = 着装相同的陌生人
report-term-alike-text = 穿着相同衣服的两个人的图像对。
report-demonstration = * { JOIN($models, with: "、") }：{ $label }。
report-pdf-summarises = 本 PDF 为摘要：{ COUNT($models) } 个模型乘以 { COUNT($factors) } 个因素，超过 { COUNT($most) }。每个因素包括图像，均值、保留率以及与标准条件比对的漏匹配的热图，以及模型在看哪里；每个水平的表格、得分分布、陌生人、各部分、各组以及检验人员所需的内容见 report.html。
report-pdf-rest = 该因素的全部数字及其置信区间：report.html#{ $anchor }
report-comparison-title = 两次运行并列对比
report-comparison-deck = 两次运行的图像、协议和错误匹配率相同。每个模型都按其自身运行中的阈值判定；第一次运行的模型名以 (1) 结尾，第二次以 (2) 结尾。
report-comparison-rest = 全部比较：probe compare RUN RUN --json
report-comparison-demonstration = * 仅供演示，不可用于部署
report-versus-title = 选哪个模型
report-versus-head = 用相同的人和图像配对比较。
report-versus-caption = 标记落在哪个模型一侧，即支持哪个模型；数字为右减左，取除标准外的所有水平。漏匹配取自标准条件下错误匹配率确实相同的阈值；漏匹配越少，越支持该模型。AUC、d′ 和漏匹配用于判定，分差的保留率只作说明。超出坐标轴的部分画在其末端。两个模型的原始{ report-score-plural }标度不同，不作比较。
report-versus-left = 左侧模型
report-versus-right = 右侧模型
report-versus-shown = 所有模型对和因素一并判定，显示有差异
report-versus-not-shown = 未显示有差异
report-versus-interval = 这一项差异单独的 95% 置信区间，关于人群
report-versus-for = 支持 { $model }
report-versus-at = 有差异之处：{ $levels }
report-versus-all-levels = 每个水平
report-versus-some-levels = { COUNT($levels) } 个水平中的 { COUNT($some) } 个
report-versus-rest-one = 对于相同的人，所有比较一并判定，未显示 { $first } 与 { $second } 之间有差异。
report-versus-rest = 两个模型在一个因素上的 { COUNT($whole) } 项比较中，有 { COUNT($rest) } 项一并判定后，未显示区分人的能力有差异。
report-versus-undecided = { COUNT($whole) } 项比较中有 { COUNT($undecided) } 项无法判定（{ JOIN($reasons, with: "；") }）。
report-versus-folded = 另有 { COUNT($more) } 项比较
report-versus-on-paper = 另有 { COUNT($more) } 项比较，见 report.html 和 differences.parquet。
report-versus-more = differences.parquet 中另有 { COUNT($more) } 项比较。
report-versus-points = 漏匹配，百分点
report-versus-auc = AUC
report-versus-dprime = d′

## ---- 报告：各章，比对了什么 ---------------------------------------------------------------------

report-with-model = { $model }：{ LOWERED($sentence) }
report-sheet-head = 比对的图像。
report-sheet-caption =
    { $people ->
        [1] 每行一个条件：参与比对的那一个人的图像。
       *[other]
            每行一个条件：{ COUNT($people) } 人之一的图像，随后是其他人的图像。所示的人，其平均得分{ $model ->
                [no-value] { "" }
               *[other] （{ $model }）
            }最接近中位数。
    }
report-sheet-shown = 一个人
report-sheet-others = 其他人
report-sheet-strangers = 各穿自己衣服的陌生人
report-no-pictures = 该运行没有保留图像。

## ---- 报告：各章，热图 ---------------------------------------------------------------------------

report-matrix-head = 每个条件与每个其他条件比对。
report-matrix-caption =
    { $people }，每格 { $apart } 个图像对（对角线上 { $same } 个）{ $calibrated ->
        [yes] ；先是原始{ report-score-plural }，然后是经校准的同样各格。
       *[no] 。
    }
report-contours = 浅色线是等值线，间隔 { UNIT($step) }。
report-matrix-hint = 指向一格可看其数字，选中可看其图像。
report-matrix-hint-scores = 指向一格可看其数字，选中可看各图像对的得分。
report-phone-hint = 在窄屏上，各格以百分之一为单位：97 即 0.97。
report-more-matrices = 更多矩阵：{ JOIN($titles, with: "、") }
report-cell-place =
    { $second ->
        [no-value] { $first }
       *[other] { $first } × { $second }
    }
report-every-cell = 每格均为 { $figure }
report-lowest =
    最低 { $figure }：{ report-cell-place }{ $more ->
        [0] { "" }
       *[other] ，另有 { COUNT($more) } 处
    }
report-highest =
    最高 { $figure }：{ report-cell-place }{ $more ->
        [0] { "" }
       *[other] ，另有 { COUNT($more) } 处
    }
report-mean = { report-score-title }
report-mean-caption = 同一人的图像的平均{ report-score-name }。
report-unlike = 不相似
report-alike = 相似
report-retention = 保留率
report-retention-caption = 该格中（同一人 − 陌生人）÷ 标准条件下（同一人 − 陌生人）。
report-no-margin = 没有意义：标准条件本身就已失效
report-no-margin-with =
    标准条件本身{ $models ->
        [no-value] { "" }
       *[other] ，使用 { LIST($models) } 时，
    }就有 { PERCENTS($rates) } 的图像对被漏匹配：保留率（模型保留了多少分差）在此没有意义，故略去。
report-no-margin-remedy = 不推荐任何补救措施：标准条件本身就有 { PERCENT($rate) } 的图像对被漏匹配，没有分差可以挽回。
report-retention-low = 如陌生人
report-retention-high = 如标准
report-fnmr = 漏匹配（FNMR）
report-fnmr-caption = 得分不高于阈值的同人图像对，以百分比计。
report-fnmr-low = 全未漏
report-fnmr-high = 全部漏
report-fnmr-wanted = 全部漏：此处所期望
report-log10-fmr = log₁₀ FMR
report-log10-fmr-caption = 标准条件下的陌生人有多难得达到该格均值那样高的得分：−2 即百分之一。“<”表示没有陌生人达到。
report-log10-fmr-low = 所有陌生人
report-log10-fmr-high = 万分之一
report-at-large-title = 一般陌生人
report-at-large-caption =
    两个不同的人之间的平均{ report-score-name }{ $source ->
        [scene] ，各穿自己的衣服。
       *[photos] 。
    }
report-alike-title = 着装相同的陌生人
report-alike-caption = 穿着相同衣服的两个不同的人之间的平均{ report-score-name }。
report-fact-cosine = { report-score-capital }
report-fact-strangers = 陌生人
report-fact-alike = 着装相同
report-fact-passing = { $figure }，{ $passing } 通过
report-fact-retention = 保留率
report-fact-missed = 漏匹配
report-fact-log10 = log₁₀ FMR
report-fact-measures = d′、AUC、EER
report-fact-pairs = 图像对、人数
report-pairs-shown = 所示之人的全部图像对；下面的均值取自所有人。红色下划线：不高于阈值。行：{ $rows }。列：{ $columns }。
report-pairs-not-kept = 该格没有保留各图像对的得分。
report-pairs-elsewhere = 条件很多，本页的单个图像对只含与标准条件的图像对；全部图像对见 pairs.parquet。

## ---- 报告：各章，交叉的因素 ---------------------------------------------------------------------

report-crossed-head = 同时改变与分别改变。
report-crossed-caption = 左：两个因素都改变时的保留率，与标准条件比对。右：同时改变的代价超出各自代价之和的部分；琥珀色表示同时改变的代价更高。粗体：所有偏离一并判定时得到证实（Holm）。
report-crossed-retention = 保留率
report-crossed-beyond = 超出两者之和
report-crossed-factors = 保留率的变化
report-crossed-ends = 在两端
report-crossed-difference = 差值
report-crossed-more = 同时更高
report-crossed-less = 同时更低
report-crossed-shares = 人与条件之间差异的来源，以方差的份额计（混合模型）：{ LIST($shares) }。
report-crossed-share = { $part } { PERCENT($share) }
report-share-subject = 人（各条件相同）
report-share-rest = 其余
report-share-higher = 三个或更多因素

## ---- 报告：各章，判定落在何处，全部数字 ---------------------------------------------------------

report-scores-head-decided = 判定落在何处。
report-scores-caption-decided =
    每个水平与标准条件比对的得分。蓝色：同一人，被接受。{ $wish ->
        [sensitive] 绿色：同一人，被漏匹配，这里所期望的正是如此。
       *[invariant] 红色：同一人，被漏匹配。
    }{ $strangers ->
        [yes] 灰色：一般陌生人。各曲线
       *[no] 各曲线
    }经过平滑，并按各自的峰值缩放；漏匹配是计数所得。
report-scores-head-undecided = 得分的分布。
report-scores-caption-undecided =
    每个水平与标准条件比对的得分。蓝色：同一人。{ $strangers ->
        [yes] 灰色：一般陌生人。各曲线
       *[no] 各曲线
    }经过平滑，并按各自的峰值缩放。
report-missed = 漏匹配
report-mean-short = 均值
report-table = 与标准条件比对的全部数字
report-level = 水平
report-column-cosine = { report-score-capital }
report-column-sd-pairs = 图像对标准差
report-column-sd-subjects = 人间标准差
report-column-pairs = 图像对
report-column-people = 人数
report-column-strangers = 陌生人
report-column-alike = 着装相同
report-column-retention = 保留率
report-column-missed = 漏匹配
report-column-further = 漏匹配，{ $rate }
report-column-passing = FMR
report-column-passing-alike = FMR，着装相同
report-column-dprime = d′
report-column-auc = AUC
report-column-eer = EER
report-missed-pairs = 漏匹配 { COUNT($misses) }
report-table-note =
    数字下方是其关于人群的 95% 逐点置信区间。{ $alike ->
        [yes] 陌生人、着装相同：一般陌生人和着装相同的陌生人的平均{ report-score-name }；FMR 及其着装相同一列：其中高于阈值的比例。
       *[no] 陌生人：一般陌生人的平均{ report-score-name }；FMR：其中高于阈值的比例。
    }标准差：图像对得分的离散程度，以及各人均值在人与人之间的离散程度。
report-no-intervals-why = 未给出置信区间的原因：{ JOIN($why, with: "；") }。

## ---- 报告：各章，逐部分看向量 -------------------------------------------------------------------

report-parts-head = 逐个部分。
report-parts-caption = 由若干部分组成的向量，每个部分单独比对，使用自己的阈值，位于其在图像上的位置；其上方是整个向量。各列是与标准条件比对的水平。最后一列是各部分在与陌生人的分差上的损失，以{ report-score-name }为单位：各部分之和即全部损失。
report-parts-together = 全部合计
report-parts-lost = 损失，{ $level }

## ---- 报告：各章，模型在看哪里 -------------------------------------------------------------------

report-looks-head = 模型在看哪里。
report-looks-head-masked = 去除背景后模型在看哪里（{ $name }）。
report-looks-caption = 标准视图旁是使该模型代价最高的水平。某处越亮，它对这两幅图像的相似度贡献越大。注明精确之处，图中各处之和等于{ report-score-name }；图只说明某处贡献了多少，不说明原因，而且某处所看到的略超出其自身范围。
report-looks-caption-masked = 同样的图像，除人以外全部填为灰色。
report-looks-no-pictures = 该运行没有保留图像：图画在纯灰底上，已知掩膜之处人较亮。
report-looks-further = 其他水平与标准视图比对，采用同一标度，附{ report-score-name }；旁边是均值图的变化
report-looks-further-level = { $level }：{ UNIT($cosine) }
report-looks-part-maps = 逐个看向量的各部分，采用各自的标度：每部分对{ report-score-name }的贡献
report-looks-part-map = { $part } { UNIT($cosine) }
report-looks-points = 在一幅图像中选定一处，可看另一幅在何处响应；方向键移动，Escape 返回。
report-looks-sentence =
    { $kind ->
        [occlusion] 逐块遮挡时，{ $model } 所损失的有
       *[other] 使这两幅图像在 { $model } 看来相似的，有
    } { PERCENT($person) } 在人身上{ $parts ->
        [no-value] { "" }
       *[other] （{ $parts }）
    }，{ PERCENT($background) } { $masked ->
        [yes] 在周围的灰色上
       *[no] 在背景上
    }{ $carried ->
        [no-value] { "" }
       *[other] ，{ PERCENT($carried) } 在携带物上
    }（{ $people }的平均）。
report-looks-parts = { JOIN($parts, with: "，") }
report-looks-part = { $region } { PERCENT($share) }
report-looks-mixed = 对 { $model }，有些区域支持匹配，有些则相反；不给出份额。
report-looks-no-regions = 没有掩膜，无法说明 { $model } 所看到的有多少是人。
report-looks-hardly = 由标准条件到“{ $level }”，相似度几乎不变（{ UNIT($before) } 至 { UNIT($after) }）。
report-looks-change =
    由标准条件到“{ $level }”，其相似度由 { UNIT($before) } 变为 { UNIT($after) }。{ $charge ->
        [share] 变化的 { PERCENT($share) } 归于{ $region }：
        [whole] 全部变化归于{ $region }：
       *[all] 分别归于：
    }{ JOIN($parts, with: "，") }（逐个替换区域，{ $people }）。
report-looks-charged = { $region } { SIGNEDUNIT($change, places: 3) }
report-looks-charged-alone = { SIGNEDUNIT($change, places: 3) }
report-region =
    { $region ->
        [head] 头部
        [torso] 躯干和手臂
        [legs] 腿部
        [carried] 携带物
        [background] 背景
       *[person] 人
    }
report-looks-fact-cosine = { report-score-capital }
report-looks-fact-map = 来自图
report-looks-fact-constant = 不属于任何位置
report-looks-fact-top = 最亮处的贡献
report-looks-fact-kind = 方式
report-looks-fact-error = 总和的误差
report-looks-fact-leaky = 按图计，变化中背景所占
report-looks-fact-reliance = 背景依赖度，0 至 1
report-looks-kind =
    { $kind ->
        [exact] 精确
        [gradient] 梯度，平滑因子固定
       *[occlusion] 遮挡各部分
    }
report-looks-no-sum = 不必等于总和
report-looks-least = 无贡献
report-looks-most = 贡献最大
report-looks-mean = 该水平的均值图减标准的均值图（±{ $top }）
report-looks-mean-low = 减少
report-looks-mean-high = 增加
report-looks-laid =
    { $by ->
        [keypoints] 均值图按身体关节对齐叠加。
        [mask] 均值图按人的掩膜的外框对齐叠加。
       *[whole] 均值图取自整幅图像：人在其中的位置未知。
    }
report-looks-test = 用 { COUNT($pairs) } 个图像对检验：先遮挡最强之处，平均相似度剩 { UNIT($deletion) }（随机次序为 { UNIT($deletion_random) }；越低越好）；由最强之处逐步恢复图像，为 { UNIT($insertion) }（{ UNIT($insertion_random) }；越高越好）。
report-looks-scrambled = 打乱权重后，该模型的图与这些图的相关为 { UNIT($likeness) }（1：图反映的是图像，而不是所学的内容）。

## ---- 报告：各章，去除背景 -----------------------------------------------------------------------

report-masked-head = 去除背景。
report-as-shot = 原图
report-masked = 去背景
report-change = 变化
report-masked-column = { $figure }，{ $variant }
report-masked-caption =
    同样的图像，除人以外全部设为灰色（{ PLAIN($fill) }），{ $by ->
        [scene] 依据渲染器的精确掩膜
        [files] 依据掩膜文件
        [sam] 由 Segment Anything 生成掩膜
        [grabcut] 由并不认识人的 GrabCut 生成掩膜：请查看图像
       *[other] 依据 { $by } 的掩膜
    }；{ $refused ->
        [0] 没有掩膜被拒绝
       *[other] 该因素有 { COUNT($refused) } 幅图像没有可用的掩膜，未参与（{ $why }）
    }。人占图像的 { PERCENTS($cover) }。
report-masked-reasons = { $reason }，以及其他原因
report-masked-quality = 与 { COUNT($pictures) } 幅图像的精确掩膜对照，重叠度为 { UNIT($mean) }（IoU；其中二十分之一低于 { UNIT($low) }）。
report-masked-threshold = 去背景的图像重新设定阈值。
report-masked-undecided = 去背景的图像没有阈值：{ JOIN($why, with: "；") }。
report-masked-table = 与标准条件比对，原图与去背景
report-masked-table-note = 数字下方是其关于人群的 95% 置信区间；变化为配对比较，即同样的人有背景与无背景。漏匹配的变化以百分点计。
report-masked-lower = 去背景后更低
report-masked-higher = 更高
report-masked-thresholds = 阈值 { UNIT($shot) }，去背景 { UNIT($masked) }
report-masked-strangers = 陌生人 { UNIT($shot) }，去背景 { UNIT($masked) }

## ---- 报告：各章，以其他姿态绘制的人 -------------------------------------------------------------

report-generated-head =
    { $kind ->
        [styles] 以各摄像头的风格。
       *[poses] 由生成器转换姿态。
    }
report-generated-styles =
    每个人在每个条件下的第一幅图像，下方是同一图像在各摄像头风格下的样子。所示为 { COUNT($people) } 人中的 { COUNT($shown) } 人；数字是所有人的均值{ $judge ->
        [no-value] { "" }
       *[other] ：{ $judge } 给出的与源图像的余弦相似度，以及它在同一条件下与其他人的图像的均值
    }。L1 是像素的平均差：风格改变了多少。能保留此人的风格，其余弦相似度与生成器尺寸下的源图像接近，远高于与其他人的值。
report-generated-poses =
    标准条件下的每个人（源图像），以其本人在各条件下图像中的姿态绘制，位于真实图像下方。所示为 { COUNT($people) } 人中的 { COUNT($shown) } 人；数字是所有人的均值。L1 是像素的平均差（越低越好），SSIM 是 Wang 等人 2004 年的结构相似性（越高越好）{ $judge ->
        [no-value] { "" }
       *[other] ，余弦相似度由 { $judge } 给出，与真实图像相比
    }。生成器必须优于直接复制源图像。
report-generated-missing = { COUNT($pictures) } 幅图像没有关键点，因此没有人以其姿态绘制：照片的关键点位于照片文件夹的 keypoints/NAME.json。
report-generated-true = 真实图像
report-generated-source = 源图像
report-generated-copy =
    { $kind ->
        [styles] 源图像，该尺寸下
       *[poses] 源图像的副本
    }
report-generated-all = 全部
report-generated-figure =
    { $name ->
        [l1] L1
        [ssim] SSIM
        [other] 余弦相似度，其他人
       *[cosine] 余弦相似度
    }

## ---- 报告：各章，有效的措施 ---------------------------------------------------------------------

report-remedies-head = 有效的措施。
report-remedies-caption = 针对每个模型保留最少的水平的补救措施，与标准条件比对，各用自己的阈值；变化在相同的人上配对比较，附其 95% 置信区间。不作处理的数字可能与上文略有不同：此处只在标准条件下与陌生人比对，阈值取自所有人。FMR 是该水平下通过的陌生人的比例：若升高，则陌生人也同样得益。每幅图像的毫秒数是本机的，需要生成掩膜时包括生成掩膜的时间。
report-remedy = 补救措施
report-remedy-cost = ms
report-remedy-recommended = { CAPITAL($name) }：{ $why }

## ---- 报告：采集失败 -----------------------------------------------------------------------------

report-failures-title = 采集失败
report-failures-none = 所有图像都可使用。
report-failures-text = { COUNT($count) } 幅图像不能使用，未参与；它们计入统计，没有隐去。
report-failures-masked = { COUNT($count) } 幅图像原图可用，但不能去除背景。
report-failures-more = 另有 { COUNT($more) } 幅，列于 manifest.json
report-failures-protocol = 方案
report-failures-condition = 条件
report-failures-person = 人
report-failures-picture = 图像
report-failures-reason = 原因

## ---- 报告：方法 ---------------------------------------------------------------------------------

report-method-title = 方法与来源
report-method-pictures = 图像
report-method-pictures-text =
    { $people }、{ COUNT($conditions) } 个条件下的 { COUNT($pictures) } 幅图像；{ $source ->
        [scene] 渲染的场景，除所测因素外均为标准条件
        [photos] 照片
       *[mixed] 照片和渲染的场景
    }。图像一次性转换为各网络的输入尺寸（{ LIST($fits) }）。
report-method-comparisons = 比对
report-method-score-of =
    { $score ->
        [cosine] 单位长度特征向量的余弦相似度
       *[other] 模型给出的 { $score }
    }（{ $model }）
report-method-comparisons-text =
    { $score ->
        [cosine] 单位长度特征向量的余弦相似度
        [score] 两幅图像的得分是 { LIST($scores) }
       *[other] { CAPITAL($score) }，由模型对两幅图像给出
    }。同人比对的每一格先对每个人、再对所有人，取其两个条件之间所有图像对的均值（对角线上取不同图像组成的对；没有图像与自身比对）。{ $strangers ->
        [yes] 一般陌生人：一人在一个条件下的图像与另一人在另一条件下的图像比对，双向进行，每对人的权重相同。
       *[no] 未与陌生人比对。
    }{ $alike ->
        [yes] 着装相同的陌生人是穿着相同衣服的两个人。
       *[no] 未测量着装相同的陌生人。
    }
report-method-across =
    只比对不同{ $places ->
        [camera] 摄像头
        [day] 日期
       *[other] { $places }
    }的图像，同一人和陌生人都是如此。
report-method-control =
    { $control ->
        [camera] 因此，衡量改变的代价以另一摄像头再次拍摄的标准条件为基线。
        [day] 因此，衡量改变的代价以另一天再次拍摄的标准条件为基线。
        [scene-day] 图像分两个场次渲染，只比对不同场次的图像：衡量改变的代价以再次拍摄的标准条件为基线。
        [scene] 渲染的各次拍摄在姿态和噪声上不同，同一条件内与两个条件之间都是如此。两者都不含光照或摄像头不同的另一场次，因此其代价未作测量。
       *[photos] 没有对照，例如另一天的标准条件：标准条件自身的图像可能出自同一时刻，而其他每个条件的图像出自另一时刻，再次拍摄本身的代价也算到了该因素上。
    }
report-method-threshold = 阈值
report-method-threshold-text = 当且仅当得分高于阈值时，图像对才匹配。阈值为每个模型设定一次，取标准条件下的一般陌生人，错误匹配率为 { RATE($fmr) }，并用于每个条件。{ JOIN($models, with: "") }
report-method-threshold-of = { $model }：{ UNIT($value, places: 4) }，{ COUNT($comparisons) } 次比对中有 { COUNT($matches) } 次高于它。
report-method-threshold-noted = { $threshold }（{ $note }）
report-method-threshold-split = 它用固定随机次序选出的 { COUNT($tuned) } 人设定；然后在另外 { COUNT($tested) } 人中测量错误匹配率，因此没有阈值在用于设定它的人身上检验。漏匹配对所有人统计。
report-method-threshold-further = 其他比率：{ JOIN($rates, with: "；") }。
report-method-rate-resolved = { RATE($fmr) } 可以分辨
report-method-no-threshold = 未设定阈值：{ JOIN($why, with: "；") }。因此不给出漏匹配和适用范围。
report-method-retention = 保留率与 log₁₀ FMR
report-method-retention-text = 保留率是一格中的（同人 − 异人）除以标准条件下的（同人 − 异人）；模型的{ report-score-plural }整体平移或伸缩时，它不变。log₁₀ FMR 表示标准条件下得分与该格均值一样高的陌生人的比例；得分作任何递增变换时，它不变。
report-method-leaning = 精确率优先或召回率优先
report-method-leaning-text = c 是信号检测论中的反应偏向，即漏匹配率与错误匹配率的正态分位数之差的一半，两者都对本不应影响匹配的因素的每个已改变条件取平均。大于 0 时，模型更容易拒绝同一人，而不容易接受陌生人（精确率优先）；小于 0 则相反（召回率优先）。它取决于设定阈值所用的错误匹配率。
report-method-intervals = 置信区间
report-method-intervals-text = 95%，逐点，以人为单位：{ LIST($methods) }。
report-method-interval =
    { $method ->
        [subject-t] 受试者 t 区间
        [picture-jackknife] 图像刀切法
       *[other] { $name }
    }
report-method-intervals-none = 未给出。
report-method-intervals-misses = 漏匹配率的置信区间针对新的人和所列的阈值，而不是重新设定的阈值：后者也有误差，其更宽的置信区间列于阈值表和 rates.parquet。
report-method-intervals-unlike = 平均{ report-score-name }的置信区间无法顾及未参与比对的人：在同样规模、人与人不相似的模拟研究中，它包含真值的样本最少只有 { PERCENT($held) }，完全高于真值（即偏乐观）的多达 { PERCENT($above) }。保留率的置信区间至少在 { PERCENT($retention) } 的样本中包含真值，漏匹配率的至少 { PERCENT($misses) }，模型之间差异的至少 { PERCENT($differences) }。
report-method-intervals-sparse = 有 { COUNT($settings) } 种模拟设置给出置信区间的样本不足 { COUNT($enough) } 个，未计入。其中最低的比例：保留率为 { COUNT($retention_samples) } 个样本的 { PERCENT($retention) }，模型之间的差异为 { COUNT($differences_samples) } 个样本的 { PERCENT($differences) }。
report-method-intervals-caveat = 请注意：{ JOIN($what, with: "；") }。
report-method-limits = 未涵盖的内容
report-method-limits-text = 对实测水平之外，以及与参与比对的人不同的人，不作任何断言。一组置信区间并不同时成立：在许多格中，有些不含真值。摘要及其句子所给的最差水平漏匹配率的置信区间以及适用范围则同时成立：它们对该运行的所有水平、因素和模型有效。
report-method-limits-one = 只比对了一个人：数字针对此人以同样方式拍摄的新图像。

## ---- 模型卡：关于权重 ------------------------------------------------------------------------------------

card-unknown = 未知
card-words = { $text }
card-no-training = 无
card-rendered-people = 用渲染的人训练：仅供演示，不可用于部署
card-only-imagenet = 作为训练起点的 ImageNet 权重：没有学过人
card-data-arcface-demo = 同一摄像头下 { COUNT($people) } 个渲染人物的 { COUNT($pictures) } 幅图像（配方 { $recipe }）
card-data-moco-demo = 渲染人物的 { COUNT($pictures) } 幅无标注图像，{ COUNT($cameras) } 个摄像头（配方 { $recipe }）
card-licence-of-weights = 以权重的许可为准
card-licence-yours = 在所用训练图像允许的范围内归您所有
card-licence-code = 代码 { $code }；权重见其来源
card-licence-insightface = 代码 MIT；insightface 发布的模型仅限非商业研究
card-licence-lup = 代码 Apache-2.0；LUPerson 数据仅限研究
card-licence-solider = 以权重的许可为准；其训练数据仅限研究
card-licence-not-stated = 官方代码和权重未注明许可；您自己的权重归您所有
card-licence-none-published = 没有发布官方权重；您自己的权重归您所有
card-code-here = Apache-2.0（本项目）
card-data-all-parts = { $name } 的训练与测试部分，{ PLAIN($people) } 个身份
card-data-adapted = { $source } 的 { $learnt }；适应 { $target } 的 { COUNT($pictures) } 幅无标注图像
card-data-imagenet = 就文件所示为 ImageNet
card-data-intel = Intel 的训练代码列出了 Market-1501 和 MSMT17
card-data-luperson = LUPerson，400 万幅无标注图像
card-data-luperson-then = LUPerson，再加一个有标注的数据集
card-data-people = { $name }，{ PLAIN($people) } 个身份
card-data-tag = 见标签 { $tag }
card-data-trained =
    { $rendered ->
        [yes] 渲染人物的 { "" }
       *[no] { "" }
    }{ COUNT($pictures) } 幅图像，{ $people ->
        [no-value] 无标注
       *[other] { COUNT($people) } 个身份
    }
card-feature-all-cells = 全部分支的单元，各经 1x1 降维（三个分支时为 6 x 256）
card-feature-average = 全局平均，{ PLAIN($dimension) } 维
card-feature-before-bnneck = 全局平均，BNNeck 之前
card-feature-bnneck = 全局平均，{ PLAIN($dimension) } 维，BNNeck 之后
card-feature-camera =
    { $feature }，{ $camera ->
        [no-value] 采用训练时 { PLAIN($cameras) } 个摄像头或视角嵌入的均值
       *[other] 视为训练时 { PLAIN($cameras) } 个摄像头或视角中的 { $camera } 号
    }
card-feature-cells =
    { PLAIN($branches) } 个分支的 { PLAIN($cells) } 个单元 x { PLAIN($length) }，{ $reduced ->
        [yes] 经 1x1 降维
       *[no] 无 1x1 降维
    }
card-feature-class-token =
    类别标记（{ PLAIN($width) }）及其投影（{ PLAIN($projected) }），颈部{ $neck ->
        [before] 之前
       *[after] 之后
    }
card-feature-composite = 各成员的向量，分别缩放到长度 1 后依次拼接
card-feature-encoder =
    { $pairs ->
        [yes] 验证头的输入，{ "" }
       *[no] { "" }
    }{ $model ->
        [no-value] 图像编码器 E_I 的全局平均
       *[other] 附加编码器 E_A（Model { $model }）的全局平均
    }
card-feature-global-token =
    全局标记{ $jigsaw ->
        [yes] 和四个局部标记 / 4
       *[no] { "" }
    }，颈部{ $neck ->
        [before] 之前
       *[after] 之后
    }
card-feature-graph = 计算图的输出 { $output }
card-feature-graph-of = { $architecture } 的 ONNX 计算图的输出 { $output }
card-feature-ibn = 全局平均，BNNeck 之后（ResNet-50 为 2048 维）
card-feature-idla = 被比较的内容：每幅图像的 25 个 37x12 特征图
card-feature-linear =
    { $dimension ->
        [no-value] { "" }
       *[other] { PLAIN($dimension) } 维，{ "" }
    }全连接层及其批归一化之后
card-feature-linear-relu = { PLAIN($dimension) } 维，全连接层、批归一化和 ReLU 之后
card-feature-lstm-branch = POOL-5，再接局部分支对三个部位的向量；两半的长度各为 1
card-feature-map =
    最后一个特征图的全局平均{ $dimension ->
        [no-value] { "" }
       *[other] ，{ PLAIN($dimension) } 维
    }{ $before ->
        [no-value] { "" }
        [neck] ，颈部之前
       *[layer] ，后续各层之前
    }
card-feature-mgn = 8 x { PLAIN($length) }：三个分支的整体、二分、三分特征图，各在其颈部之后
card-feature-neck =
    { $pooling ->
        [average] 全局平均
        [gem] 广义均值（p = 3）
       *[gem-learned] 广义均值（p 由学习得到）
    }，{ PLAIN($dimension) } 维，批归一化颈部之后
card-feature-network = 网络的输出 { $output }
card-feature-of-head = 验证头的输入：两幅图像的特征
card-feature-output = { PLAIN($dimension) } 维，输出 { $output }
card-feature-pair-maps = 被比较的内容：每幅图像的 { PLAIN($maps) } 个特征图
card-feature-pool-five =
    POOL-5，最后一个特征图的{ $pooling ->
        [average] 平均值
        [sum] 平均值 + 最大值
       *[concat] 平均值和最大值
    }{ $branch ->
        [no-value] { "" }
        [lstm] ，再接经过 LSTM 的三个部位；两半的长度各为 1
       *[independent] ，再接经过独立层的三个部位；两半的长度各为 1
    }
card-feature-pool-five-alone = POOL-5：最后一个特征图的平均值与最大值之和；不含 LSTM 的任何部分
card-feature-pooled-map = POOL-5：池化后的最后一个特征图
card-feature-solider =
    最后一个特征图的平均{ $reduced ->
        [yes] ，全连接层
       *[no] { "" }
    }，颈部{ $neck ->
        [before] 之前
       *[after] 之后
    }
card-feature-stripes = 条带直方图的平方根（颜色 21 格，纹理 7 格）
card-feature-then = { $feature }；再接 { $layers }
card-feature-timm = 池化后的特征，去掉分类器
card-feature-tokens = 全局标记；有拼图分支时还有四个局部标记 / 4；颈部之前
card-feature-trunk = 主干的全局平均，没有颈部
card-feature-without-neck = 全局平均；这些权重没有颈部
card-feature-wrapped = 网络的输出
card-licence-page = 见模型的页面
card-network-transreid = TransReID ViT-B/16 或 DeiT
card-source-here = 本项目
card-source-idla = Ahmed, Jones and Marks, CVPR 2015，未发布权重；probe train idla.small
card-source-links = { $place }，其中有 { $file } 的链接
card-source-lstm = 文档 003；作者没有发布可下载的内容；probe train lstm.small
card-source-no-code = { $paper }；作者没有发布代码或权重
card-source-readme = { $place }，其 README 有权重链接
card-source-readmes = { $first } 和 { $second }，其 README 有权重链接
card-source-two = { $first } 和 { $second }
card-source-weights-in = { $place }，权重在 { $weights }
card-summary-agw = FastReID AGW ResNet-50，带 non-local 模块
card-summary-arcface = ArcFace iResNet-50，112x112，按 insightface 的方式训练
card-summary-arcface-demo = 小型 ArcFace iResNet，用渲染人物在单个摄像头下的轨迹训练
card-summary-arcface-study = ArcFace iResNet-50，384x128（与原评测相同；需要以该尺寸训练的权重）
card-summary-arcface-trained = `probe train` 训练的任意大小的 iResNet（请指定其 card.yaml）
card-summary-bot = FastReID BoT ResNet-50（权重中有 IBN-a 时采用）
card-summary-composite = { COUNT($count) } 个网络合为一体：{ JOIN($names, with: "、") }
card-summary-ensemble = EnsembleNet：1 至 8 个分支各有最后一级，并分成部分的 ResNet
card-summary-fdgan = FD-GAN 的图像编码器，或迁移得到的附加编码器（Model A、Model B）
card-summary-fdgan-pairs = FD-GAN 的验证头，作为图像对的得分
card-summary-ibn = strong baseline：依权重为 ResNet 或 ResNet-IBN-a，带 BNNeck
card-summary-idla = IDLA：两幅图像的邻域差，作为图像对的得分
card-summary-lstm = 训练时旁接身体部位 LSTM 的 ResNet；只用 POOL-5
card-summary-lstm-branch = 同样的权重，向量中还包含局部分支对三个身体部位的输出
card-summary-mean-camera = 权重带摄像头嵌入的 { $network }：任何摄像头都用这些嵌入的均值
card-summary-mgn = FastReID MGN ResNet-50：三个分支，八个头
card-summary-moco =
    LUPerson MoCo v2 ResNet-50，{ $size }，最后的步幅 { PLAIN($stride) }（{ $whose ->
        [study] 与原评测相同
       *[pretrained] 与预训练时相同
    }）
card-summary-moco-demo = 小型 MoCo v2 ResNet，用渲染人物的无标注裁剪图训练
card-summary-moco-finetuned = 用 fast-reid 微调的 LUPerson ResNet-50，采用自己的归一化
card-summary-moco-trained = `probe train` 训练的任意大小的瓶颈 ResNet（请指定其 card.yaml）
card-summary-older-ibn =
    `ibn` 的旧名，主干为{ $trunk ->
        [plain] 普通 ResNet-50
       *[ibn-a] { "" } ResNet-50-IBN-a
    }
card-summary-onnx = ONNX 文件中的网络；卡片未另行说明时用 ImageNet 的归一化
card-summary-openvino = OpenVINO 格式的网络；卡片未另行说明时为 BGR 像素 0..255
card-summary-osnet = OSNet，全尺度（omni-scale）特征（torchreid 的权重）
card-summary-osnet-ain = OSNet-AIN，为迁移到其他数据而设计；torchreid 的权重
card-summary-osnet-all = 用 { $data } 全部数据训练的 torchreid 权重
card-summary-osnet-zoo = torchreid 模型库中的 OSNet x0.25，训练数据：{ $data }
card-summary-patches = { $network }，图像块步幅 16 或 12，权重不带摄像头
card-summary-resnet50 = torchreid、open-reid、HHL 或 FD-GAN 权重的 ResNet-50 主干，取平均
card-summary-retail = Intel 的 { $name }；在 Market-1501 上 Rank 1 为 { SHARE($rank) }，mAP 为 { SHARE($precision) }（Intel 的数字）
card-summary-sbs = FastReID SBS ResNet-50，带 non-local 模块和可学习的池化
card-summary-solider = SOLIDER Swin-T、-S 或 -B，带语义权重，经过微调或保持预训练
card-summary-stripes = 十二条水平条带的颜色和纹理；由计算得到，不经学习
card-summary-timm = timm 的 { $model }，分类器之前的池化特征
card-summary-wrapped = Python 程序中的网络

## ---- 报告：来源与模型 ---------------------------------------------------------------------------

report-provenance-study = 评测
report-provenance-run = 运行
report-provenance-run-text = { $run }，{ $created }，schema { $schema }
report-provenance-protocol = 方案 { $name }
report-provenance-protocol-text =
    { $file }；sha256 { $digest }；{ $source ->
        [photos] 照片
       *[scene] 渲染的人
    }，{ COUNT($pictures) } 幅图像{ $failures ->
        [0] { "" }
       *[other] ；{ COUNT($failures) } 幅采集失败
    }
report-provenance-model = 模型 { $name }
report-provenance-images = 图像，sha256
report-provenance-options = 选项
report-option =
    { $name ->
        [fmr] 错误匹配率
        [further_fmr] 其他错误匹配率
        [attention] 模型观看位置图
        [photos] 照片
        [subjects] 人员
        [split_strangers] 陌生人分半
        [pictures] 保留小图
        [pixelate_faces] 人脸像素化
        [inputs] 输入的 sha256
        [protocol] 方案
        [backbones] 主干网络
        [masks] 掩膜
        [remedies] 补救措施
        [engine] 引擎
        [precision] 精度
       *[other] { $name }
    }
report-provenance-seeds = 随机种子
report-provenance-device = 设备
report-provenance-packages = 软件包
report-provenance-notes = 附注
report-card-weights = 权重 sha256
report-card-without-weights = 权重
report-card-no-weights = 无
report-card-digest = 决定其数字的内容的摘要值
report-card-input = 输入
report-card-feature = 特征
report-card-dimension = 维数
report-card-scorer = 图像对打分器
report-card-data = 训练数据
report-card-licence = 许可证
report-card-source = 来源
report-card-options = 选项
report-card-demonstration = 演示
report-card-engine = 引擎
report-card-embedded = 提取特征
report-card-embedded-text = { COUNT($embedded) }，取自缓存 { COUNT($cached) }
report-card-notes = 附注
report-yes = 是
report-no = 否

## ---- 报告：跨摄像头匹配的人 ---------------------------------------------------------------------

report-match-title = 跨摄像头匹配
report-match-deck =
    { COUNT($cameras) } 个摄像头中的 { COUNT($walks) } 段行走。每一段都由 { LIST($models) } 与其他摄像头的每一段比对，每段最多取 { COUNT($pictures) } 幅图像{ $mask ->
        [no-value] { "" }
       *[other] ，背景依 { $mask } 的掩膜填充
    }。
report-match-scores = 得分的含义
report-match-what-a-score-is = 两段行走的得分，是一段的一幅图像与另一段的一幅图像组成的所有图像对的平均{ report-score-name }。排名说明谁看起来最相似，并不说明谁是同一人：即使此人从未经过另一个摄像头，也总有人排在第一。
report-match-meaning-unknown = 这些得分的错误匹配率未知。请用 --run 指定同一模型的一次运行。
report-match-meaning-no-threshold =
    运行 { $study } 没有错误匹配率为 { RATE($fmr) } 的阈值{ $note ->
        [no-value] 。
       *[other] ：{ $note }
    }
report-match-meaning =
    高于 { UNIT($threshold, places: 3) } 的两段行走算作一个人。在运行 { $study } 中，{ RATE($fmr) } 的陌生人通过这一阈值{ $low ->
        [no-value] { "" }
       *[other] ；在其他人中可能为 { SHARE($low) } 至 { SHARE($high) }（95% 置信区间）
    }。它是在条件 { $condition } 下，用 { COUNT($comparisons) } 次陌生人图像之间的比对设定的。摄像头、光照和距离不同，比率也可能不同：只有用这些摄像头的图像运行，才能知道它们的比率。多幅图像的均值比单个得分变化小；其自身的比率未经测量。一个查询最多与 { COUNT($compared) } 段行走比对：按这一比率，约有 { DECIMAL($strangers) } 个陌生人通过。
report-match-cameras = 摄像头
report-match-camera = 摄像头
report-match-frames = 帧
report-match-people-seen = 检出人次
report-match-tracks = 轨迹
report-match-walks = 有图像的行走
report-match-without-crop = 过小、模糊或单色
report-match-unmasked = 无掩膜
report-match-speed-head = 速度
report-match-speed = { COUNT($frames) } 帧用时 { DECIMAL($seconds) } s：所有阶段合计 { DECIMAL($rate) } 帧/s，是 Zhang 和 Wu 所报 YOLACT++ 与 strong baseline 在 RTX 2080 Ti 上的 { DECIMAL($document, places: 0) } 帧/s 的 { PERCENT($share) }。
report-match-speed-again =
    { COUNT($frames) } 帧用时 { DECIMAL($seconds) } s。{ $kept ->
        [0] 有些向量
       *[other] { COUNT($kept) } 帧
    }此前已有，因此不给出整体速度。
report-match-peak = 占比：网络每秒的运算量，除以本机上两个 1,024 x 1,024 矩阵相乘（float32，NumPy）每秒的运算量；后者在事后测得：每秒 { DECIMAL($gigaflops, places: 0) } × 10⁹ 次。
report-match-step = 阶段
report-match-went-through = 完成
report-match-seconds = 秒
report-match-a-second = 每秒
report-match-share = 占处理器
report-match-stage =
    { $stage ->
        [detect] 检出人
        [crop] 读取帧、跟踪轨迹、写出裁剪图
        [mask] 掩膜
        [embed] 特征
       *[compare] 比对行走
    }{ $model ->
        [no-value] { "" }
       *[other] ，{ $model }
    }
report-match-done =
    { COUNT($done) } { $stage ->
        [detect] 帧
        [crop] 帧
        [compare] 段行走
       *[other] 幅图像
    }{ $kept ->
        [0] { "" }
       *[other] ，{ COUNT($kept) } 此前已有
    }
report-match-span = 出现于{ $first }至{ $last }
report-match-crops = { COUNT($crops) } 幅裁剪图，比对 { COUNT($compared) } 幅
report-match-above = { COUNT($compared) } 段行走中有 { COUNT($above) } 段高于阈值
report-match-is-above = 高于阈值
report-match-when =
    { $time ->
        [no-value] 第 { $frame } 帧
       *[other] { $time }（第 { $frame } 帧）
    }
report-match-box = { $width } x { $height } px，位于 { $x }，{ $y }
report-match-more = 另有 { COUNT($walks) } 段行走列于 { $file }。

## ---- 拍摄单：摄影者须拍的图像 -------------------------------------------------------------------

sheet-person = 人员 ID
sheet-instruction =
    除该行所述之外，一切保持标准条件（{ $standard }，粗体）。每拍一幅在方框打勾；两幅之间请让人稍微动一动。按右侧所写保存，ID 为 { $person }，{ $numbered ->
        [no-value] 每幅各用一个名称。
       *[other] N 为图像的编号。
    }
sheet-pictures = 图像
sheet-save-as = 保存为
sheet-date = 日期
sheet-place = 地点
sheet-consent = 已签署同意书

## ---- 供检验人员：生物特征识别报告的数字 ----------------------------------------------------------

note-one-condition = 只有一个条件
note-gallery-too-large = 对这样大小的图库，所比对的陌生人过少
note-few-groups = { $attribute }：有 { COUNT($fewest) } 人的组不到两个
note-examination-few = 人数过少或没有阈值，无法给出其任何数字
report-examiner-curves-head = 检测错误权衡
report-examiner-curves = 与标准条件比对的漏匹配率，其中该条件自身的陌生人具有所列的错误匹配率。95%，逐个比率，关于人群：置信区间针对确实具有该比率的阈值，因为少量的人只能粗略说明它在哪里。陌生人不足以支持的比率，以及在任何比率下都无人被漏匹配的条件，均略去。
report-examiner-plots =
    曲线采用正态标度，色带连接下表各比率的置信区间；色带在每个比率处单独达到 95%，而不是对整条曲线。{ $every ->
        [yes] 在所绘比率下无人被漏匹配的条件略去。
       *[no] 在所绘比率下有人被漏匹配的 { COUNT($missed) } 个条件中，绘出漏匹配最多的 { COUNT($shown) } 个。
    }
report-examiner-false-matches = 横轴：该条件的陌生人的错误匹配率
report-examiner-misses = 纵轴：漏匹配率
report-examiner-identification-head = 在图库中检索
report-examiner-identification = Rank 1 和 Rank 5：图库中 N 个人各有一幅图像，此人排在前 1 位和前 5 位之内的频率。开集：漏检的检索（FNIR），其中 { PERCENT($fpir) } 的陌生人会找到某人。图库中的其他人视为从所有陌生人中独立抽取（二项模型）：图库人数多于实测人数时，这是外推。没有检索失败的条件略去。
report-examiner-people-head = 错误集中在谁身上
report-examiner-people = 每个模型最多列出 { COUNT($most) } 人，即漏匹配最多者。漏匹配：此人自身的比对在所有已改变条件中被漏匹配的比例。通过：被当作此人通过的陌生人，或此人被当作他们通过的比例。假如具有这些图像的所有人都相同，出现这样集中的概率（置换检验）：漏匹配，{ $misses }；错误匹配，{ $matches }。每次比对都包含此人在标准条件下的图像。
report-examiner-chance = p = { $p }（{ $model }）
report-examiner-no-chance = 未检验
report-examiner-calibration-head = 得分作为证据
report-examiner-calibration = Cllr 以比特计：0 表示完全说明，1 表示毫无说明，更大则误导。校准采用逻辑回归，使用除所查之人以外的所有人；旁边是这些得分的任何校准所能达到的最小值（PAV），从不高于 Cllr 本身，其上下限也从不高于 Cllr 的上下限。
report-examiner-held = 在 { COUNT($studied) } 人的模拟研究中（其中一些人与其他人不相似），这些置信区间包含真值的样本最少只有 { LIST($figures) }；未包含真值时，大多偏于乐观。
report-examiner-held-figure =
    { PERCENT($held) }（{ $figure ->
        [rate] 漏匹配
        [rank] Rank 1
        [open-set] 开集
        [least] 最小 Cllr
       *[cllr] Cllr
    }）
report-examiner-flow-head = 两个摄像头之间的人数统计
report-examiner-flow = 每个摄像头各有 N 人经过，其中一半两个都经过。与第一个摄像头处任何人的得分高于阈值者即被计入。计数误差：期望值，附关于人群的 95% 置信区间（从漏匹配最多而错误匹配最少，到相反的情形），以及假如实测比率精确，十次调查中有九次所落的范围。
report-examiner-groups-head = 各人群组的错误率
report-examiner-groups = 在该运行的阈值下，所有已改变条件合计：各组成员的漏匹配，以及同组和两组之间通过的陌生人。95% 关于人群，每行单独而言。错误匹配率所依据的人对数目列在最后。
report-examiner-differentials-head = 组间差异
report-examiner-differentials = 最差组的错误率是最佳组的多少倍，以及是平均组（几何平均）的多少倍，采用 ISO/IEC 19795-10 和 NIST IR 8429 的术语。错误匹配取自同组的陌生人。即使各组相同，也总有一组最差：95% 置信区间逐行考虑了这种选取。置信区间包含 1 时，差异未能判定，但这并不意味着没有差异。与比率 0 之比不给出。
report-examiner-not-stated = 有 { COUNT($people) } 人的 { $attribute } 未说明，不属于任何组。
report-examiner-small-group = { $attribute }：{ $group } 只有 { COUNT($people) } 人，不足以给出置信区间，不作比较。
report-examiner-group = 组
report-examiner-group-name =
    { $within ->
        [yes] { $attribute }：{ $first }
       *[no] { $attribute }：{ $first } 与 { $second }
    }
report-examiner-group-people = 人数
report-examiner-group-passed = 通过的陌生人
report-examiner-group-pairs = 人对
report-examiner-by = 分组依据
report-examiner-error-kind = 错误
report-examiner-error-of =
    { $error ->
        [misses] 漏匹配
       *[matches] 错误匹配
    }
report-examiner-worst = 最差与最佳
report-examiner-worst-and-best = { $worst }，{ $best }
report-examiner-to-best = 最差比最佳
report-examiner-to-mean = 最差比平均
report-examiner-differ = 差异
report-examiner-told =
    { $told ->
        [yes] 已判定
       *[no] 未能判定
    }
report-examiner-or-more = { $least } 或以上
report-examiner-absent = 此处没有：{ LIST($sections) }：{ $reason }。
report-examiner-first = 这些表取按名称排序的前 { COUNT($subjects) } 人；另有 { COUNT($left_out) } 人略去。
report-examiner-section-curves = 检测错误权衡
report-examiner-section-identification = 在图库中检索
report-examiner-section-people = 错误集中在谁身上
report-examiner-section-calibration = 得分作为证据
report-examiner-section-flow = 摄像头之间的人数统计
report-examiner-section-differentials = 组间差异
report-examiner-model = 模型
report-examiner-condition = 条件
report-examiner-gallery = N
report-examiner-rank-1 = Rank 1
report-examiner-rank-5 = Rank 5
report-examiner-fnir = 开集，FNIR
report-examiner-person = 人
report-examiner-missed = 漏匹配
report-examiner-carries-misses = 占全部漏匹配
report-examiner-passed = 通过
report-examiner-carries-matches = 占全部错误匹配
report-examiner-cllr = Cllr
report-examiner-least = 最小值
report-examiner-survey-people = 人数
report-examiner-error = 计数误差
report-examiner-range = 十次调查中的九次

## ---- 检索：图像以何比较 -------------------------------------------------------------------------

evaluate-vectors =
    { $distance ->
        [cosine] 余弦相似度
       *[euclidean] 欧氏距离，向量不作归一化
    }{ $flip ->
        [yes] ，图像 + 镜像
       *[no] { "" }
    }{ $stage ->
        [first] ，第一阶段
       *[only] { "" }
    }
evaluate-reranked = { $compared }，重排序（k1 { PLAIN($k1) }，k2 { PLAIN($k2) }，权重 { PLAIN($weight) }）
evaluate-every-pair = 每对图像的{ report-score-name }
evaluate-second-stage = { report-score-name }，针对 { $backbone } 的前 { COUNT($top) } 个最近者

## ---- 提出的方案：其问题以及写在各字段旁的说明 ---------------------------------------------------

init-proposed =
    { $few ->
        [yes] 仅适合 { PLAIN($files) } 个图像文件中的 { PLAIN($matched) } 个：请查看其余文件。
       *[no] 根据 { PLAIN($files) } 个图像文件中的 { PLAIN($matched) } 个提出。
    }请检查：各水平、标准水平和单位。
init-factor =
    { $name ->
        [orientation] 朝向
        [distance] 距离
        [clothing] 服装
        [carrying] 携带物
        [light] 光照
        [camera_height] 摄像头高度
        [background] 背景
       *[other] { $written }
    }
init-question = { LIST($factors) }改变时，还能认出同一个人吗？
init-expectation = sensitive，如果好的模型应当对这一改变有反应
init-kind = nominal（名义）、ordered（有序）或 circular（环形，以度计）
init-fit = 每个模型按其训练时的方式取得图像；letterbox：全部相同
init-standard = 一切都与这一水平比较
init-boxes = 表中没有对应行的图像不使用

## ---- 权重文件的族：其张量说明什么，以及该怎么做 -------------------------------------------------

family =
    { $name }{ $architecture ->
        [no-value] { "" }
       *[other] ：{ $architecture }
    }{ $evidence ->
        [no-value] { "" }
       *[other] （其中含 { JOIN($evidence, with: "、") }）
    }。{ $advice }
family-looks =
    { $name }{ $architecture ->
        [no-value] { "" }
       *[other] ：{ $architecture }
    }
family-network = { $name } { $architecture }
family-unknown = 未知
family-bare-trunk = 单独的主干
family-luperson = LUPerson 或其他单独的主干
family-blocks = { $blocks } 块
family-widths = 宽度 { $widths }
family-stem = { PLAIN($channels) } 通道的输入层
family-another-trunk = 另一种主干
family-another-trunk-of = { $recipe }，但采用另一种主干
family-another-width = { $network }，宽度不同
family-semantic = { $network }，带语义嵌入
family-semantic-trunk = 另一种主干，带语义嵌入
family-image-encoder = { $network } 图像编码器
family-jigsaw =
    { $network }{ $jigsaw ->
        [yes] ，带 jigsaw 分支
       *[no] ，不带 jigsaw 分支
    }
family-mgn =
    MGN（三个分支）{ $network ->
        [no-value] { "" }
       *[other] ，{ $network }
    }
family-linear-feature = { $network }，带线性特征
family-local-branch = 主干，带有覆盖三个部分的局部分支
family-branches = { COUNT($count) } 个分支
family-basic-blocks = { $network }，由基本块组成
family-verification-head = { $network }，带验证头
family-additional-encoder = { $network }，带附加编码器
family-identity-discriminator = 身份判别器
family-pose-discriminator = 姿态判别器
family-generator = 生成器
family-discriminator = 判别器
family-trunk-with-head =
    { $pcb ->
        [yes] 带 PCB 的主干
       *[no] 带线性特征的主干
    }
family-raw-checkpoint = { $network }，未经处理的训练检查点
family-classifier = { $network }，带 { PLAIN($classes) } 类的分类器
family-imagenet-classifier = { $network }，带 { PLAIN($classes) } 类的分类器（ImageNet 为 1000 类）
family-vit = 宽度为 { PLAIN($width) } 的 ViT
family-use-card-file = 请用 --backbone { $card }。
family-use-card = 请用 --backbone { $card }=FILE。
family-use-one-of = 请用 --backbone NAME=FILE，NAME 取以下之一：{ JOIN($cards, with: ", ") }。
family-use-timm = 请用 --backbone timm:NAME=FILE，NAME 为该模型在 timm 中的名称。
family-ways = timm 的网络请用 --backbone timm:NAME=FILE，自己的代码请用 --backbone package.module:spec；或导出为 ONNX：--backbone onnx:FILE。
family-onnx = ONNX 计算图
file-looks =
    { $known ->
        [yes] 看起来是 { $looks }
       *[no] 看起来是：{ $looks }
    }
file-lines = 请输入 { JOIN($lines, with: " | ") }
family-imagenet-start = ImageNet 初始权重，未学习过人：可用 --backbone { $card }=FILE 运行。
family-not-of-people = 未用人的图像训练，除非您另有所知。
family-segmenter = 它检出人及其掩膜：请用作 --mask yolact=FILE，或用于 probe crop --detector yolact=FILE。
family-not-supported = 尚不支持这一族；请导出为 ONNX 并用 --backbone onnx:FILE，或用 --backbone package.module:spec 指定自己的代码。
family-only-iresnet-50 = 此处只能构建 iResNet-50；probe train 所得的结果用其 card.yaml 运行。
family-input-size = 其线性层读取 { PLAIN($positions) } 个位置：输入尺寸不同。
family-convolutional-stem = 它的输入层是卷积层。
family-blocks-instead = 它有 { COUNT($count) } 个块，应为 { PLAIN($expected) } 个。
family-other-mgn = 其主干或各头与 FastReID 1.0 在 ResNet-50 上的不同。
family-without-features =
    { $network ->
        [no-value] 它没有
       *[other] { $network } 没有
    }可用于比对人的特征；net_E 有。
family-draws-styles = 它绘制图像，没有特征：probe generate FILE --data FORM=DIR。
family-tensors-named =
    { $names ->
        [no-value] 其中没有张量。
       *[other] 其张量名为 { JOIN($names, with: "、") }。
    }

## ---- `probe doctor`：文件中的张量结果如何，每项检查发现了什么 -----------------------------------

load-report-matched = 相符
load-report-missing = 缺失
load-report-mismatched = 不符
load-report-unexpected = 多余
load-report-left-out = 略去
load-report-shape = { $name } 为 { $actual }，应为 { $expected }
load-report-more = { $names }，另有 { COUNT($more) } 个

doctor-verdict =
    { $verdict ->
        [good] 正常
        [suspicious] 可疑
        [wrong] 错误
       *[not-measured] 未测量
    }
doctor-check =
    { $check ->
        [size] 尺寸
        [camera-embedding] 摄像头嵌入
        [classifier-as-feature] 分类器作特征
        [batch-norm] 批归一化
        [repeatable] 可重复
        [norm] 范数
        [collapse] 坍缩
        [mirror] 镜像
        [channel-order] 通道顺序
        [normalisation] 归一化
       *[pictures] 图像
    }
doctor-few-pictures = 至少需要 { COUNT($fewest) } 幅不同的人的图像
doctor-size = { $size }
doctor-wide = { $size } 宽大于高
doctor-cameras =
    权重含有 { COUNT($count) } 个训练摄像头或视角的嵌入{ $stands_in ->
        [none] { "" }
        [mean] ；以其均值代替
       *[other] ；以第 { $number } 个代替
    }
doctor-dimension = 向量有 { PLAIN($dimension) } 个值
doctor-classifier = 向量有 { PLAIN($dimension) } 个值，与训练的身份数相同
doctor-batch-used = { PLAIN($norms) } 个批归一化层中有 { PLAIN($count) } 个使用当前批次的统计量
doctor-batch-fresh = { PLAIN($norms) } 个批归一化层中有 { PLAIN($count) } 个仍是初始统计量
doctor-batch-trained = { PLAIN($norms) } 个，具有训练所得的统计量
doctor-no-length = 有向量的长度为 { SCIENTIFIC($length) }
doctor-lengths = { SIGNIFICANT($least) } 至 { SIGNIFICANT($most) }
doctor-probabilities = 这些值是总和为 1 的概率
doctor-not-repeatable = 同样的图像第二次给出不同的向量
doctor-batch-decides = 一幅图像的向量取决于同批的其他图像
doctor-repeatable = 再次得到相同的向量，换一批也相同
doctor-different = 不同图像的平均余弦相似度 { UNIT($cosine, places: 4) }
doctor-mirror = 与镜像图像的平均余弦相似度 { UNIT($cosine, places: 4) }
doctor-no-batch-norm = 网络靠近输入处没有批归一化
doctor-graph-norms = 计算图中没有批归一化：多数导出工具会把它并入卷积
doctor-own-code = 只有 PyTorch 和 ONNX 计算图能看到网络内部的计算
doctor-misfit = 与训练的不符程度 { DECIMAL($misfit, places: 3) }；最佳的其他选择，{ $other }：{ DECIMAL($other_misfit, places: 3) }
doctor-orders-alike = 两种顺序对这些图像同样适合：{ $misfits }
doctor-other-order = 另一种通道顺序
doctor-normalised-twice = 归一化了两次
doctor-not-normalised = 无（{ $range }）
doctor-hint-pictures = 请指定文件夹：--photos DIR
doctor-hint-size = 尺寸为（高，宽）：人是站立的。
doctor-hint-cameras = 其他摄像头没有嵌入：这些向量只对训练所用的摄像头有定义。
doctor-hint-stand-in = 用每幅图像自己的摄像头得出的已发表数字，对它不成立。
doctor-hint-classifier = 请取分类器之前的一层。
doctor-hint-batch-used = 请对网络调用 eval()，并保留运行统计量。
doctor-hint-batch-fresh = 网络从未训练，或其统计量在保存时丢失。
doctor-hint-above = 见上文。
doctor-hint-random = 有随机成分：dropout 处于训练模式？
doctor-hint-batch-decides = 批归一化处于训练模式，或有跨批次的层。
doctor-hint-collapse = 在它看来所有图像都相似：输入有误或权重失效。
doctor-hint-mirror = 镜像图像应当几乎是同一个人：某一层可能被打乱。
doctor-hint-misfit = 请检查模型卡：{ $other } 更适合这些权重。

## ---- 进度：命令运行时显示的内容 -----------------------------------------------------------------

progress-line =
    { $step }：{ COUNT($done) } / { COUNT($everything) } { $unit ->
        [pictures] 幅图像
        [pairs] 个图像对
        [cells] 个单元格
        [conditions] 个条件
        [remedies] 项补救措施
        [steps] 步
        [frames] 帧
        [files] 个文件
       *[bytes] 字节
    }{ $rate ->
        [no-value] { "" }
       *[other] { $fast ->
            [yes] ，{ COUNT($rate) }/s
           *[no] ，{ DECIMAL($rate) }/s
        }
    }{ $seconds ->
        [no-value] { "" }
       *[other] ，{ DECIMAL($seconds, places: 0) } s
    }{ $left ->
        [no-value] { "" }
       *[other] ，还剩 { DECIMAL($left, places: 0) } s
    }
progress-further-protocols = 其他方案可按文件夹或名称运行：probe run { $folder }（{ LIST($names) }）
progress-cluster =
    集群：{ COUNT($nodes) } 个节点，同时 { COUNT($networks) } 批，每批 { COUNT($threads) } 个线程
cluster-no-ray = --cluster 需要软件包 ray，但无法导入（{ $detail }）
cluster-not-there = 无法加入集群（{ $detail }）
cluster-not-there-hint =
    用 `ray start --head` 启动集群，并指定它显示的地址；--cluster local 无需启动。如果集群要求令牌，请设置 RAY_AUTH_MODE=token，并把它的 ~/.ray/auth_token 也放到这里
cluster-no-node =
    集群中没有节点拥有模型所需的 { COUNT($cores) } 个核心：用 --threads 减少，或启动更大的节点
cluster-no-gpu =
    该模型在此处使用 GPU，而集群中没有带 GPU 的节点：启动带 GPU 的节点，或指定 --device cpu
cluster-cannot-send = 评估的一部分无法发送到其他机器（{ $detail }）
cluster-work-lost =
    处理 { $item } 的进程在完成之前结束了 { COUNT($times) } 次（{ $detail }）
cluster-work-lost-hint =
    可能是内存不足：去掉 --cluster 再试，或减少每个节点的进程（--threads）
cluster-node-differs =
    节点 { $node } 与本机的{ $name }不同：节点为 { $there ->
        [no-value] 无
       *[other] { $there }
    }，本机为 { $here ->
        [no-value] 无
       *[other] { $here }
    }
cluster-node-differs-hint =
    数值的末位可能不同：在同类机器上安装相同版本，或将该节点移出集群
cluster-model-differs =
    节点 { $node } 的计算结果与本机不同：{ $name ->
       *[vectors] 生成图像的向量或分数不同
        [key] 权重、卡片或代码不同
        [engine] 节点用 { $there } 运行模型，本机用 { $here }
        [mask] 第一幅图像的掩膜不同
    }
cluster-node-cannot-read = 节点 { $node } 无法读取此文件：{ $reason }
cluster-node-cannot-use = 节点 { $node } 无法使用文件：{ $detail }
cluster-node-cannot-mask = 节点 { $node } 无法加载此掩膜模型：{ $reason }
cluster-node-cannot-load = 节点 { $node } 无法加载此模型：{ $reason }
cluster-shared-hint =
    图像、权重和缓存（--cache）在每个节点上须位于相同路径：请放入所有节点共享的文件夹
progress-protocol = 方案 { $name }：{ COUNT($conditions) } 个条件，来自 { $file }
progress-compares =
    比对 { COUNT($conditions) } 个条件下的 { COUNT($people) } 人：{ COUNT($pictures) } 幅图像，{ COUNT($models) } 个模型；任何两个不同的人都是陌生人{ $more ->
        [0] { "" }
       *[other] ，另有 { COUNT($more) } 人仅作陌生人
    }{ $across ->
        [no-value] { "" }
        [camera] ；只比对不同摄像头的图像
        [day] ；只比对不同日期的图像
       *[other] ；只比对不同 { $across } 的图像
    }
progress-photographs = 正在读取 { $protocol } 的照片
progress-people = 正在为 { $protocol } 渲染人物
progress-rendering = 渲染
progress-data-set = { COUNT($count) } 幅图像，约 { DECIMAL($megabytes, places: 0) } MB，已有的除外
progress-styling = 绘制风格
frames-progress = { $camera } 中的人
frames-unreadable = 略去一帧：{ $frame }：{ $reason }
frames-left-out =
    略去 { COUNT($count) } 个文件：{ $first }（{ $reason }）{ $count ->
        [1] { "" }
       *[other] 等
    }
frames-rows-unknown = { $table } 的 { COUNT($rows) } 行中有 { COUNT($unknown) } 行未指明任何帧；第一个是 { $first }
frames-unsure = 略去得分低于 --least-score 的 { COUNT($count) } 个框
frames-outside = 略去位于画面之外的 { COUNT($count) } 个框
frames-cut-off =
    { COUNT($boxes) } 个框中有 { COUNT($count) } 个远远超出画面，已被裁去超出部分{ $mostly ->
        [yes] 。它们是左上角的 x 和 y 以及宽和高吗？角点坐标应写在 x1、y1、x2、y2 各列
       *[no] { "" }
    }
frames-video-cut = { $video } 在 { COUNT($count) } 帧中的第 { COUNT($read) } 帧之后结束：其末尾缺失或损坏；已读取的部分保留
match-empty-camera = { $camera } 中没有保留裁剪图的人：它不参与
frames-title = { $camera } 的行走
frames-question = 在同一段行走的后面部分，还能认出同一个人吗？
progress-fetching = 正在下载 { $name }
progress-backbone = 主干网络 { $name }：{ $engine }
progress-without-cache = { $folder } 中的缓存无法使用（{ $reason }）；其中不保留任何内容，全部重新计算
progress-cost =
    { $pictures ->
        [0] { COUNT($cells) } 个单元格
       *[other] 须渲染 { COUNT($pictures) } 幅图像，已保留的除外（约 { COUNT($megabytes) } MB）；{ COUNT($cells) } 个单元格
    }
progress-estimate = { $model }：{ COUNT($pictures) } 幅图像，约 { $duration }，向量 { COUNT($megabytes) } MB
progress-workload = 约 { COUNT($comparisons) } 次比较，每个模型用一个核心约需 { $duration }，除其网络外占内存 { COUNT($memory) }{ "\u00A0" }MB、磁盘 { COUNT($disk) }{ "\u00A0" }MB
progress-resuming = 正在继续 { $folder }
progress-nothing-to-resume = 没有可用这些输入继续的运行：开始新的运行
progress-masking = 用 { $masker } 生成掩膜
progress-refused = 掩膜 { $mask }：{ COUNT($count) } 幅图像被拒绝，第一个：{ $picture }：{ $reason }
progress-of-mask =
    { $mask ->
        [no-value] { "" }
       *[other] ，掩膜 { $mask }
    }
progress-embedding = 用 { $model } 提取特征{ progress-of-mask }
progress-mirrored = 镜像，用 { $model }{ progress-of-mask }
progress-scoring = 用 { $model } 打分{ progress-of-mask }
progress-comparing = 比对 { $protocol }，用 { $model }{ progress-of-mask }
progress-looks = { $model } 在 { $protocol } 中看哪里{ progress-of-mask }
progress-remedies = { $protocol } 中 { $model } 的补救措施
progress-remedies-there = { COUNT($models) } 个模型的补救措施（在节点上）
progress-renditions = 为报告保留小图
pairs-scored = { $model } 为 { COUNT($pictures) } 幅图像的 { COUNT($pairs) } 个图像对打分
pairs-expected = { $model }：约 { $duration }，依据前 { COUNT($pairs) } 个图像对所用的时间
duration-seconds = { COUNT($seconds) } s
duration-minutes = { COUNT($minutes) } min
duration-hours = { DECIMAL($hours) } h

## ---- 训练：训练期间显示的内容 -------------------------------------------------------------------

training-counts =
    { COUNT($pictures) } 幅图像{ $people ->
        [no-value] { "" }
       *[other] ，{ COUNT($people) } 个身份
    }，{ COUNT($cameras) } 个摄像头
training-frames = { COUNT($frames) } 帧中标注了 { COUNT($instances) } 人次，{ COUNT($masks) } 个有掩膜
training-frames-empty = { $set }：{ COUNT($frames) } 帧中略去 { COUNT($left_out) } 帧：其中没有标注任何人
training-annotations-alone = { COUNT($count) } 条标注没有对应的图像，已略去；第一个是 { $first }
training-annotations-unlisted = { COUNT($annotations) } 条标注中有 { COUNT($count) } 条所指的图像未列在文件中，已略去
training-boxes-empty = { COUNT($annotations) } 个框中有 { COUNT($count) } 个没有宽或高，或位于画面之外，已略去
training-boxes-cut-off =
    { COUNT($boxes) } 个框中有 { COUNT($count) } 个远远超出画面，已被裁去超出部分{ $mostly ->
        [yes] 。它们是左、上、宽、高吗？COCO 没有角点坐标
       *[no] { "" }
    }
training-set-counts =
    { $name }：{ COUNT($pictures) } 幅图像，{ $first ->
        [no-value] 不使用身份
       *[other] 身份 { PLAIN($first) } 至 { PLAIN($last) }
    }，摄像头 { PLAIN($first_camera) } 至 { PLAIN($last_camera) }
training-single-pictures =
    { COUNT($people) } 个身份只有一幅图像{ $effect ->
        [no-value] { "" }
       *[other] ；{ $effect }
    }
training-single-repeated = 采样器将其重复 { COUNT($times) } 次
training-single-in-pairs = 它们只参与不同的人组成的图像对
training-single-in-poses = 它们只参与不同的人组成的图像对，并以自己的姿态绘制
training-keypoints =
    { LIST($stages) }使用 { COUNT($pictures) } 幅图像的关键点：{ COUNT($joints) } 个关节中缺失 { COUNT($missing) } 个，{ COUNT($outside) } 个位于图像之外{ $poseless ->
        [0] { "" }
       *[other] ；{ COUNT($poseless) } 幅图像没有任何关节
    }
keypoints-small = 附注：最低的关节位于图像高度的 { PERCENT($share) } 处（中位数），而人通常占裁剪图的 90% 左右：这些关键点是否属于更小的图像？它们应是图像文件自身的像素列和行
training-reading-keypoints = 正在读取关键点
training-unmoved = 附注：没有优化器更新：{ JOIN($networks, with: "、") }
training-float32 = 附注：{ $stage } 以 float32 计算：配方写的是 bfloat16，而该处理器没有相应指令
training-no-tensorboard = 附注：不写 TensorBoard 文件：缺少 tensorboard 包（pip install 'probe-reid[training]'）
training-log-lacks-epochs = 日志缺少若干轮；权重不依赖于它
training-stages-done = { COUNT($stages) } 个阶段中已完成 { COUNT($done) } 个
training-going-on = 从第 { COUNT($epoch) } 轮、第 { COUNT($step) } 步之后继续
training-started-from = 来自 { $folder }，阶段 { $stage }：{ JOIN($networks, with: "、") }
training-size-patch = { COUNT($height) }x{ COUNT($width) } 的图片比该网络的图像块（{ COUNT($patch) }x{ COUNT($patch) } 像素）还小
training-size-step = 请在配方的 augmentation 中写更大的 `size`（先高后宽）
training-size-unfit = 该网络不接受 { COUNT($height) }x{ COUNT($width) } 的图片：{ $said }
training-stride-step = 请写 `stride: { COUNT($stride) }`，或改用其他图片尺寸
training-stride-untold = 在 { COUNT($height) }x{ COUNT($width) } 下，步幅 { COUNT($stride) } 与步幅 { COUNT($read) } 的权重无法区分：打开时会按 { COUNT($read) } 处理
training-progress =
    训练 { $recipe }{ $stage ->
        [no-value] { "" }
       *[other] ，{ $stage }
    }
training-loss =
    { $name ->
        [no-value] 损失
       *[other] { $name }
    } { DECIMAL($value, places: 4) }
training-watched = { $name } { DECIMAL($value, places: 3) }
training-stage = 训练
training-epoch =
    { $stage }：{ $epochs ->
        [no-value] 第 { COUNT($step) } 步
       *[other] 第 { PLAIN($epoch) } / { PLAIN($epochs) } 轮
    }：{ JOIN($figures, with: "，") }，{ DECIMAL($rate, places: 0) } 幅图像/s，等待 { PERCENT($waited) }

## ---- 训练矩阵：其表格 ---------------------------------------------------------------------------

matrix-row = 行
matrix-seeds = 随机种子
matrix-training = 训练
matrix-distance = 数据集后未注明其他距离时，向量以余弦相似度比较。
matrix-training-begins = { PLAIN($number) } / { PLAIN($count) }：行 { $row }，随机种子 { PLAIN($seed) }
matrix-figure =
    { DECIMAL($mean, places: 3) }{ $sd ->
        [no-value] { "" }
       *[other] { "" } +- { DECIMAL($sd, places: 3) }
    }{ $least ->
        [no-value] { "" }
       *[other] { "" } ({ DECIMAL($least, places: 3) }-{ DECIMAL($most, places: 3) })
    }
matrix-row-failed = 行 { $row }，随机种子 { PLAIN($seed) } 失败：{ $error }
matrix-published-in = 发表于 { $source }
matrix-published-beside = { $data }：已发表的，与此处的
matrix-spread = 均值 +- 标准差（最小-最大）
matrix-failed = 失败
matrix-seeds-failed = { COUNT($count) } 个失败

## ---- 拒绝：多处共用的后续步骤 --------------------------------------------------------------------

step-forms = 形式：{ JOIN($forms, with: "、") }
step-restore-copy = 请从副本恢复该文件。
step-pictures-are = 图像是扩展名为 { JOIN($endings, with: "、") } 的文件
place-protocol = 方案 { $name }
place-protocol-part = 方案 { $name }，{ $part }
place-protocol-condition = 方案 { $name }，条件 { $condition }
step-restore-or-take-out = 请从副本恢复该文件，或去掉该帧。
step-new-out = 请为 --out 指定新的文件夹。
step-may-you-read = 您有权读取该文件吗？
step-download-again = 请重新下载，并将其大小和校验和与来源所示的比较。
step-engine-auto = 请使用 --engine auto。
step-install = 请运行 pip install 'probe-reid[{ $extra }]'
step-card-yaml = 请使用 `probe train` 写在权重旁边的 card.yaml。
step-doctor-says = probe doctor { $file } 说明它们是什么。
step-unpack-and-name = 若其中有权重文件，请解压并指定该文件。
place-step = 步骤 { $step }
step-name-out = 请指定已结束的 `probe train` 的 --out。
step-train-again = 请重新训练该阶段，或从副本恢复该文件。
step-keypoints-forms = 关键点为 OpenPose JSON、.npy 数组或地标文件。

## ---- 拒绝：图像 ----------------------------------------------------------------------------------

pictures-folder-step = 请指定照片所在的文件夹；{ $near }
pictures-name-folder = 请指定照片所在的文件夹
pictures-folder-is-file = 这是文件，不是文件夹
pictures-folder-not-there = 没有这个文件夹
pictures-fetch-cuhk03 = 请从 github.com/zhunzhong07/person-re-ranking 的 CUHK03-NP 文件夹重新获取
pictures-looks-like = 它像是 { $layout }：{ LIST($names, word: "or") }
pictures-condition-empty = 条件 { $condition }（{ $label }）没有可用的图像
pictures-condition-lost = 条件 { $condition }（{ $label }）没有可用的图像；有 { COUNT($lost) } 幅不能使用，第一个是 { $first }：{ $reason }
pictures-condition-add = 请为其添加图像，或从方案中去掉该水平
pictures-mend-these = 请修复或替换这些图像
pictures-box-each = 请在表中为每幅图像各加一行（已裁剪的图像，其框与图像一样大），或裁剪其余图像并去掉 `boxes`
pictures-none-here =
    文件夹中没有{ $held ->
        [no-value] 图像
       *[other] 可读的图像：{ $held }
    }{ $closed ->
        [0] { "" }
       *[other] ；其中 { COUNT($closed) } 个文件夹未能查看（{ $first }）
    }
pictures-files-of-ending =
    { PLAIN($count) } 个{ $ending ->
        [no-value] 无扩展名的
       *[other] { " " }{ $ending }{ " " }
    }文件
pictures-differ-in-case = 大小写不同：该图像是 { $picture }
pictures-write = 请写成 { $name }
pictures-first-is = 第一个图像是 { $name }
pictures-is-spreadsheet = 这是电子表格或归档：请导出为 UTF-8 的 CSV
pictures-save-utf8 = 请存为 UTF-8：第 { PLAIN($byte) } 字节不是 UTF-8
pictures-save-utf8-from = 请存为 UTF-8：第 { PLAIN($byte) } 字节不是 UTF-8；它像是 { $encoding }
pictures-no-such-table = 没有这个文件：{ $near }
pictures-columns-small = 列名用小写字母：请把 { $other } 写成 { $name }
pictures-columns-are =
    { $needed }；此表{ $columns ->
        [no-value] 没有列
       *[other] 有 { JOIN($columns, with: "、") }
    }
pictures-same-asked =
    条件 { $first } 和 { $second } 要求相同的图像：{ $factor } 在 { $where ->
        [scene] scene:
        [both] scene: 和 transform:
       *[transform] transform:
    } 中不改变任何内容
pictures-same-step =
    请在 { $source ->
        [scene] scene:（例如 orientation: ${ $name }）或 transform:
       *[transform] transform:
    } 的某个值中使用 ${ $name }，或给各水平各自的 { $source ->
        [scene] scene: 或 transform:
       *[transform] transform:
    }
pictures-takes-photographs = 方案 { $protocol } 使用照片
pictures-photos-option = 请指定照片所在的文件夹：--photos FOLDER
pictures-not-name-dir = { $given } 不是 NAME=DIR 的形式
pictures-names = 名称：{ JOIN($names, with: "、") }。
pictures-data-set-is-file = 这是文件，而需要的是数据集的文件夹
pictures-unpacked-folder = 请指定解压归档所得的文件夹
pictures-no-folder-of = 这不是 { $layout } 的文件夹
pictures-leads-out = { $out } 指向文件夹 { $folder } 之外
pictures-list-below = 列表所列的图像须在其文件夹之下：请移到那里，或复制过去。
pictures-number-out-of-range = 人或摄像头的编号是任何数据集都没有的值
step-restore-damaged = 请从副本恢复该文件：它可能已损坏。
pictures-lists-misfit = 协议中的各个列表互不相符
pictures-picture-not-in = 协议中的图像 { $picture } 不在 images_{ $boxes }、{ $boxes } 或此文件夹中
pictures-extract-first = 请先将 cuhk-03.mat 中的图像提取到 images_{ $boxes }。
pictures-protocol-lacks = 协议缺少 { JOIN($names, with: "、") }
pictures-no-matlab = 这不是 MATLAB 文件，或已损坏
pictures-no-cuhk03 = 这不是 CUHK03-NP 的文件夹：其中没有 { $file }
pictures-put-file = 请把该文件放到那里。
pictures-one-person-only = 只有一个人：没有可区分的对象
pictures-folder-a-person = 请指定每人一个子文件夹的那个文件夹。
pictures-no-folder-with-pictures = 其中没有含图像的文件夹
pictures-folder-a-person-form = 应为每人一个文件夹：PERSON/picture.jpg
pictures-three-folders-empty = 三个文件夹中都没有图像
pictures-unpack-again = 请重新解压归档；图像是这些文件夹中的 .jpg 文件。
pictures-none-named-as = 没有图像按 { $layout } 的方式（PERSON_cCAMERA...）命名，第一个是 { $first }
pictures-identity-folders = 若为每人一个文件夹，请使用 identity_folders=DIR。
pictures-not-named-market = { COUNT($all) } 幅图像中有 { COUNT($unnamed) } 幅的名称不是 PERSON_cCAMERA... 的形式，第一个是 { $first }
pictures-rename-or-move = 请改名或移走；无法得知其中是谁。
pictures-no-folder-of-lacks = 这不是 { $layout } 的文件夹：其中没有 { JOIN($parts, with: "、") }
pictures-name-holder = 请指定包含它们的文件夹。
pictures-not-named-as = { COUNT($all) } 幅图像中有 { COUNT($unnamed) } 幅的名称不是 { $layout } 的形式，第一个是 { $first }
pictures-names-nobody = { $line } 所指的人不在这里
pictures-line-is-range = 每行是一个人的编号，或 601-971 这样的范围。
pictures-nothing-named-as = 这里没有图像按 { $layout } 的方式命名
pictures-not-path-person = 不是“path person”的形式（文件名第三段为摄像头）：{ $line }
pictures-msmt-line = 请从副本恢复该文件；每行形如 0000/0000_000_01_0303morning.jpg 0。
pictures-no-msmt17 = 这不是 msmt17 的文件夹：需要 { JOIN($lists, with: "、") }，以及文件夹 train 或 mask_train_v2
pictures-name-lists = 请指定含有这些列表的文件夹。
pictures-words-by-factor = 词语按因素和水平列出
pictures-words-example = 例如 orientation: { "{" }front: [front, "前"], back: [back]{ "}" }
pictures-no-factor-name = { $factor } 不能作为因素的名称
pictures-factor-letters = 请用小写字母、数字、“_”和“-”书写，例如 headwear
pictures-words-no-list = { $level } 的词语不是文本列表
pictures-words-quoted = 请写成 front: [front, "前"]；数字和 yes/no 要加引号
pictures-group-of-nobody = groups：{ $name } 没有对任何人注明
pictures-group-column = 请在 photos.metadata 的表中加入 { $name } 列，或在 photos.pattern 中加入 { "{" }{ $name }{ "}" }；{ $near }
pictures-two-groups = { $person } 按 { $name } 属于两个组：{ $groups }
pictures-one-group = 一个人只属于一个组：请更正元数据，或将该值留空
pictures-pattern-below = 模式须限于照片文件夹之下
pictures-pattern-relative = 请写成相对于 --photos 所指文件夹的路径，文件夹之间用“/”分隔
pictures-pattern-braces = 花括号不成对
pictures-pattern-fields = 字段请写成 { "{" }subject{ "}" }
pictures-pattern-parts = 模式中有 { COUNT($parts) } 个字段和 *
pictures-pattern-most = 最多写 { COUNT($most) } 个
pictures-pattern-side-by-side = 两个字段相邻：无法得知前一个在哪里结束
pictures-pattern-between = 请在两者之间加入字母、“_”或“/”
pictures-pattern-no-field = { "{" }{ $name }{ "}" } 不是字段名
pictures-no-level = { $written } 不是 { $factor } 的水平
pictures-say-what-it-means = { $near }；或在 photos.values.{ $field } 下注明其含义（null 表示略去这些图像）
pictures-none-fits = { COUNT($pictures) } 个图像文件都不符合模式 { $pattern }；第一个是 { $first }
pictures-deeper-pattern = 图片在更深的文件夹中：请复制该方案，并写 photos.pattern: { $pattern }（* 代表任意文件夹），或由 `probe init FOLDER` 提出方案
pictures-mend-pattern = 请修改方案中的 photos.pattern，或让 `probe init FOLDER` 提议一个
pictures-subject-and-stranger = { $person } 既是受试者又是陌生人（这样的人有 { COUNT($people) } 个）
pictures-stranger-else = 陌生人须是另外的人：请给不同的人不同的名称，或把受试者的图像移出陌生人的文件夹
pictures-none-usable = 符合模式 { $pattern } 的 { COUNT($placed) } 幅图像都不能使用；第一个是 { $first }：{ $trouble }
pictures-path-and-table = { $field } 按路径为 { $by_path }，按 { $table } 为 { $by_table }
pictures-correct-one = 请更正其中之一，或给 { $field } 列改名
pictures-pattern-has-made = 模式中有 { "{" }{ $field }{ "}" }，而 { $factor } 的各水平由变换生成
pictures-pattern-other-name = 请把 { "{" }{ $field }{ "}" } 换成别的名称或 *，或去掉 transform:
pictures-table-has-made = 元数据中有列 { $field }，而 { $factor } 的各水平由变换生成
pictures-table-other-name = 请把列 { $field } 改成别的名称，或去掉 transform:
pictures-pattern-lacks = 模式中没有 { "{" }{ $field }{ "}" }：无法得知水平
pictures-pattern-write = 请在路径中表示 { $factor } 之处写 { "{" }{ $field }{ "}" }
pictures-differ-in = 同一条件的图像在 { "{" }{ $field }{ "}" } 上不同：{ $first } 和 { $second }
pictures-declare-repeat = 请声明为重复（photos: repeat: [{ $name }]），或设为因素
pictures-table-no-row = 表中没有行
pictures-table-row-each = 请为每幅图像写一行，或从方案中去掉该表
pictures-rows-name-none = { COUNT($rows) } 行中有 0 行指向图像；第一个是 { $first }
pictures-row-no-path = 该行没有路径
pictures-paths-below = 路径写成照片文件夹之下的形式
pictures-path-twice = { $path } 出现了两次
pictures-one-row = 每幅图像只保留一行
pictures-no-pattern = 方案 { $protocol } 没有 photos: pattern
pictures-add-pattern = 请加上 photos: { "{" }pattern: ...{ "}" }，或让 `probe init FOLDER` 提议一个方案
pictures-across-unknown = photos.across：有 { COUNT($unknown) } 幅图像的 { $across } 未知
pictures-across-step = 请在 photos.pattern 中加入 { "{" }{ $across }{ "}" }，或在元数据中加一列
pictures-names-do-not-say = 从 { COUNT($pictures) } 幅图像的名称看不出是谁、在什么条件下拍摄；第一个是 { $first }
pictures-name-apart = 请给文件夹或文件命名，使人和条件分开，如 anna/45deg/3.jpg 或 anna_back_3.jpg；自己的词语写入 --words FILE
pictures-no-trait = 渲染的人没有可用来分组的 { $name }
pictures-in-recipe = { $where }：{ $reason }
pictures-boxes-fractions = 所有框的宽和高都不超过 1：它们是相对图像的比例
pictures-boxes-pixels = 框以像素为单位：请将 x 和 width 乘以图像的宽，y 和 height 乘以图像的高
pictures-no-number = { $column } 是 { $text }，不是数字
pictures-boxes-written = 框以像素为单位，写成 12 或 12.5
pictures-too-far = { $column } 是 { $text }：没有这么大的图像
pictures-boxes-most = 框以像素为单位，最大为 { COUNT($most) }
pictures-table-zero-bytes = 这不是可读的表：其中有零字节
pictures-table-save-csv = 请存为 UTF-8 的 CSV（它可能是没有标记的 UTF-16，或电子表格）
pictures-column-twice = 列 { $column } 出现了两次
pictures-column-keep-one = 请只保留一个；否则第二个会悄悄取代第一个
pictures-table-unreadable = 这不是可读的表（{ $error }）
pictures-quote-not-closed = 是否有引号（"）在那里打开而没有关闭？
pictures-table-too-large = 大于 { COUNT($bytes) } 字节，没有这么大的图像表
pictures-right-file = 文件对吗？
pictures-no-table = 这不是可读的表
pictures-more-values = 值比列多
pictures-quote-comma = 含逗号的值请放进 "..."
pictures-value-over-line = 有一个值越过了行末
pictures-quote-before = 是否有引号（"）在该行之前打开而没有关闭？
pictures-no-column = 缺少列 { $column }
pictures-box-columns = 框的表有 { $first }、{ $sides } 列，或 { $first }、{ $corners } 列

## ---- 拒绝：帧 ------------------------------------------------------------------------------------

frames-number-twice =
    { $what ->
        [category] 类别
        [image] 图像
       *[annotation] 标注
    } { $number } 出现了两次
frames-annotation-file = 该标注文件{ $reason }
frames-file-unreadable = 无法读取（{ $detail }）
frames-file-misfit = 不符合格式：{ $detail }
frames-file-no-json = 不是 JSON（{ $detail }）
frames-category-unlisted = { $picture } 的一条标注属于类别 { $category }，而文件没有列出该类别
frames-category-add = 请把它加入文件的 categories，或去掉该标注。
frames-polygon-odd = { $picture } 的一个多边形的数值个数是奇数
frames-polygon-form = 多边形为 x, y, x, y, ...，以像素为单位。
frames-polygon-outside = { $picture } 的一个多边形位于其框之外
frames-polygon-units = 两者都以像素为单位：bbox 是左、上、宽、高；多边形为 x, y, x, y, ...
frames-frame-unreadable = 该帧无法读取（{ $reason }）
frames-mask-unreadable = 这不是可读的掩膜（{ $reason }）
frames-mask-size =
    掩膜为 { PLAIN($height) }x{ PLAIN($width) } 像素（高 x 宽），{ $of ->
        [crop] 其裁剪图
       *[frame] 该帧
    }为 { PLAIN($needed_height) }x{ PLAIN($needed_width) }
frames-file-needed = 这是文件夹，而需要的是文件
frames-folder-needed = 这是文件，而需要的是文件夹
frames-no-such-file = 没有这个文件
frames-no-such-folder = 没有这个文件夹
frames-none-here =
    该文件夹中没有{ $held ->
        [no-value] 帧
       *[other] 可读的帧：{ $held }
    }
frames-restore-or-cut = 请从副本恢复该文件，或重新裁剪这些帧。
frames-pictures-not-there = 该标注文件的图像不存在
frames-coco-layout = 应为 DIR/annotations/{ $before }NAME.json，图像在 DIR/NAME 中。
frames-coco-json = 应为 COCO 的 { $before }NAME.json，含 images、categories 和 annotations。
frames-picture-twice = 图像 { $picture } 出现了两次
frames-one-entry = 每幅图像只保留一项。
frames-boxes-fractions = 所有框的宽和高都不超过 1：它们是相对图像的比例
frames-coco-bbox = COCO 的 bbox 是左、上、宽、高，以像素为单位。
frames-no-person-category = { COUNT($ids) } 个类别中没有名为 person 的：{ $names }
frames-call-person = 请把人的类别命名为 person；只有人的文件不需要名称。
frames-own-number = 请给每个各自的编号：标注以此指代。
frames-no-crop-run = 这不是裁剪运行的文件夹：其中没有 { $table }
frames-name-crop-out = 请指定已结束的 `probe crop` 的 --out。
frames-not-here = 这里没有这些裁剪图所来自的帧：没有文件夹 { $frames }
frames-put-there = 请把帧的文件夹或指向它的链接放在那里：{ $path }。
frames-other-count = { $frames } 有 { COUNT($pictures) } 幅图像，而当时查看了 { COUNT($looked) } 帧
frames-give-all-only = 请给出该运行的全部帧，且不含其他帧：它们按名称顺序编号。
frames-not-among = 第 { PLAIN($number) } 帧不在 { $frames } 的 { COUNT($files) } 帧之中
frames-give-all = 请按名称顺序给出该运行的全部帧。
frames-order-stays = 请从副本恢复该文件；帧的顺序须保持不变。
frames-mask-of-frame = 请给出属于该帧的掩膜，或去掉该帧。
frames-no-pixel-value = 没有像素取标注所指的值 { PLAIN($value) }
frames-restore-both = 请从该数据集的同一份副本恢复掩膜和标注。
frames-mask-runs-empty = 掩膜为空：所有游程都是 0
frames-give-mask = 请去掉该标注，或给出其掩膜。
frames-no-penn-fudan = 这不是 Penn-Fudan：没有文件夹 { $name }
frames-penn-fudan-holds = 请指定含有 { $frames }、{ $masks } 和 { $annotations } 的文件夹。
frames-no-image-size = 这不是 Penn-Fudan 的标注：没有注明图像大小
frames-boxes-readable = { COUNT($named) } 个框中只有 { COUNT($boxes) } 个可读
frames-penn-fudan-box = 框的写法如：Bounding box for object 1 "PASpersonWalking" (Xmin, Ymin) - (Xmax, Ymax) : (160, 182) - (302, 431)
frames-box-outside = 物体 { PLAIN($number) } 的框不在 { PLAIN($width) }x{ PLAIN($height) } 的画面之内
frames-picture-lacks = { $picture } 没有对应的 { $folder }/{ $file }
frames-take-out-or-restore = 请去掉该帧，或从副本恢复该文件。
frames-annotation-unreadable = 该标注无法读取（{ $detail }）
frames-ask-or-take-out = 请取得读取它的权限，或去掉该帧。
frames-not-form-path = { $given } 不是 FORM=PATH 的形式
frames-forms = 形式：{ JOIN($forms, with: "、") }。
frames-form-unknown = 形式 { $form } 未知
frames-no-frame-in-it = 其中没有帧
frames-name-set = 请指定含有这些帧的数据集。
frames-no-crop-table = 这不是裁剪运行的表，或已损坏
frames-new-out-or-restore = 请为 --out 指定新的文件夹，或从副本恢复该文件。
frames-rows-missing = 该表缺少一些行
frames-crops-not-written = 无法写入裁剪图（{ $detail }）
frames-make-room = 请腾出磁盘空间，再次执行同一命令：已完成的部分会保留。
frames-no-frame-number = frame 是 { $text }，而帧的编号是 0, 1, 2, ...
frames-name-by-number = 请用编号或文件名指代。
frames-no-score = score 是 { $text }，而得分介于 0 和 1 之间
frames-divide-percentages = 百分数请除以 100。
frames-rows-name-none = { COUNT($rows) } 行中有 0 行指向帧；第一个是 { $first }
frames-named-by = 帧用从 0 开始的编号或文件名指代。
frames-box-no-size = 有一个框的宽或高不大于 0
frames-box-corners = x 和 y 是左上角，x2 和 y2 是右下角。
frames-no-mask-folder = 没有这个掩膜文件夹
frames-no-exact-mask = 该帧没有精确掩膜
frames-scene-reads = scene 读取 `probe scenes` 所绘制的内容；其他帧请使用检测器。
frames-mask-other-size = 掩膜的大小与 { $frame } 不同
frames-restore-or-render = 请从副本恢复该文件，或重新渲染这些帧。
frames-folder-closed = 无法查看该文件夹（{ $detail }）
frames-ask-or-copy = 请取得读取它的权限，或复制这些帧。
frames-too-many-pixels = 超过 { COUNT($most) } 像素
frames-no-video = 没有这个视频或帧文件夹
frames-name-video = 请指定视频，或图像按名称顺序排列的文件夹。
frames-other-crops = 该文件夹中是其他帧、其他检测器或其他设置的裁剪图
frames-new-out-or-settings = 请为 --out 指定新的文件夹，或给出开始时的设置。
frames-something-else = 该文件夹中是别的内容
frames-file-damaged = 该文件已损坏
frames-fps-of-folders = --fps 用于帧文件夹：视频有自己的时间
frames-fps-leave-out = 请去掉 --fps；--every N 每 N 帧查看一帧。
frames-video-unreadable = 该视频无法读取：已损坏或不完整，或 OpenCV 没有相应的解码器
frames-convert-video = 请转换它，例如：ffmpeg -i VIDEO -c:v libx264 copy.mp4
frames-needs-opencv = 视频需要 OpenCV，而它无法导入（{ $error }）
frames-install-video = pip install 'probe-reid[video]'，或给出帧文件夹

## ---- 拒绝：场景 ----------------------------------------------------------------------------------

scenes-workers = { $workers } 个工作进程无法渲染
scenes-one-or-more = 请给出 1 或更大的数。
scenes-not-known = { $value } 在这里未知
scenes-valid = 有效值：{ $valid }。
scenes-folder-not-ours = 该文件夹不是空的，也没有本程序的数据集
scenes-new-folder = 请指定新的文件夹。
scenes-out-of-range = { $value } 超出范围
scenes-give-range = 请给出 { PLAIN($low) } 至 { PLAIN($high) } 之间的值。
scenes-large-set = 该数据集有 { COUNT($count) } 幅图像（约 { COUNT($megabytes) } MB）
scenes-any-size = 加上 --any-size 照样渲染；减少人或摄像头可降低开销
scenes-other-settings = 该文件夹中的数据集是用其他设置生成的
scenes-same-settings = 请指定别的文件夹，或给出相同的设置以继续。
scenes-value-out-of-range = { $value } 超出范围
scenes-give-range-unit =
    请给出 { $low } 至 { $high }（{ $unit ->
        [degrees] 度
        [step] 一步的比例
       *[other] { $unit }
    }）之间的值。
scenes-no-count = { $value } 不是计数
scenes-give-count = 请给出 0 至 2147483647 之间的值。
scenes-no-truth = { $value } 不是 true 或 false
scenes-give-truth = 请给出 true 或 false。
scenes-camera-too-high = 高 { PLAIN($height) } cm 的摄像头在距身体中心 { PLAIN($distance) } m 处无法从侧面看到身体
scenes-raise-distance = 请增大 distance 或减小 camera_height。
scenes-needs-identity = 场景需要 identity
scenes-add-identity = 请加上 identity: 0。
scenes-not-rendered = 有一幅图像无法渲染（{ $said }）
scenes-render-alone = 请用 probe.scenes.render 单独渲染它，以查看出错之处。
scenes-worker-ended = 渲染进程在图像完成之前结束了
scenes-identity = identity { PLAIN($identity) }
scenes-fewer-workers = 可能内存不足：请减少工作进程（每个约 300 MB）。
scenes-did-you-mean = 是否指 { $name }？{ $then }

## ---- 拒绝：嵌入 ----------------------------------------------------------------------------------

embedding-card-prints = `probe backbones { $name }` 逐项显示自带的模型卡
embedding-card-states = 模型卡文件写明 backbone: NAME，以及与自带模型卡不同之处
embedding-card-names-it = 这是模型卡所指的文件：请写明权重文件相对于模型卡所在文件夹的位置
embedding-vector-unusable =
    { $picture } 的向量{ $fault ->
        [zero] 处处为零
       *[not-finite] 含有 NaN 或无穷大
    }（这样的图像有 { COUNT($count) } 幅）
embedding-picture = 图像 { $id }（{ $source }）
embedding-not-fetched =
    无法获取 { $name } 的权重（{ $reason }）{ $kept ->
        [0] { "" }
       *[other] ；已保留 { COUNT($kept) } 字节，下次从该处继续
    }
embedding-by-hand =
    请手动从 { $source ->
        [no-value] 其作者
       *[other] { $source }
    } 获取，然后：--backbone { $name }=FILE
embedding-came-empty = 它是空的
embedding-came-page = 它是网页
embedding-came-json = 它是 JSON
embedding-backbones-lists = `probe backbones` 列出全部
embedding-family-step =
    用 `probe backbones { $line }` 查看模型卡，用 --backbone { $line } 使用它{ $example ->
        [no-value] { "" }
       *[other] ，例如 { $prefix }:{ $example }
    }
embedding-weights-step =
    --backbone { $name }=FILE；{ $fetched ->
        [yes] 用 `probe backbones { $name } --fetch` 获取
       *[no] `probe backbones { $name }` 说明其来源
    }
embedding-not-repeatable =
    同一{ $of ->
        [pair] 图像对第二次得到不同的得分
       *[picture] 图像第二次得到不同的向量
    }：网络中有随机成分
embedding-batch-decides =
    { $of ->
        [pair] 图像对的得分取决于同批次的其他图像对
       *[picture] 图像的向量取决于同批次的其他图像
    }
embedding-std-above-zero = std：需要三个大于 0 的数
embedding-input-size-most = input_size：每边最多 { PLAIN($most) } 像素
embedding-input-size-example = 例如 input_size: [256, 128]
embedding-input-size-least = input_size：高和宽至少为 1 像素
embedding-card-two-files = 模型卡指了两个文件
embedding-card-one-file = 请写 backbone: onnx:FILE 或 weights: FILE 之一
embedding-no-such-file = 没有这个文件
embedding-card-value = { $name } 是 { $value }
embedding-fitted-differently = 各成员训练时图像的适配方式不同：{ $fittings }
embedding-set-same-fit = 请在各成员的模型卡文件中设置相同的 fit。
embedding-shapes-differ = { $name } 接受 { PLAIN($height) }x{ PLAIN($width) } 的图像，另一成员接受 { PLAIN($other_height) }x{ PLAIN($other_width) }：同一幅图像不能适合两者
embedding-one-shape = 请组合输入形状相同的网络，或在模型卡文件中设置 input_size。
embedding-needs-length = 余弦需要有限且有长度的向量：请用 `probe doctor` 检查权重
embedding-array-shape = { COUNT($pictures) } 幅图像得到形状为 { $shape } 的数组
embedding-embed-returns = embed() 返回 float32 (n, d)
embedding-two-lengths = 有 { PLAIN($first) } 个值的向量和 { COUNT($second) } 个值的向量
embedding-one-length = 一个主干网络的向量长度相同；若名称和权重未变而内容有改动，请清空缓存：probe cache --empty
embedding-fetch-elsewhere = 没有网络连接时：请在别处获取该文件，并用 --backbone { $name }=FILE 指定
embedding-no-address = { $name } 无法按地址获取
embedding-other-file = 收到的不是 { $name } 的文件：sha256 为 { $digest }，而不是 { $wanted }
embedding-thrown-away = 下载内容已丢弃；请重试，或手动获取该文件
embedding-no-weights-came = 收到的不是 { $name } 的权重文件：{ $wrong }
embedding-open-in-browser = 下载内容已丢弃；请在浏览器中打开该地址（文件托管网站会先询问，或限制下载），并指定文件：--backbone { $name }=FILE
embedding-only-http = 只从 http 和 https 地址获取
embedding-code-failed = 该主干网络的代码出错：{ $said }
embedding-raised-in = 出错位置：{ $file }:{ PLAIN($line) }（{ $function }）
embedding-no-backbone = 没有主干网络 { $name }
embedding-network-not-named = 这是文件，而没有指明它属于哪个网络
embedding-card-file-writes = 模型卡文件写 backbone: NAME 和 weights: FILE；`probe doctor FILE` 说明该文件像是哪个网络的
embedding-family = { $prefix } 是一族网络：请指明是哪一个
embedding-needs-weights = { $name } 需要权重文件
embedding-card-no-code = 模型卡文件不导入代码，而 { $name } 是模块
embedding-name-or-register = 请在命令行上指定（--backbone { $name }），或注册到入口点组 { $group } 下
embedding-plus-nothing = “+”的前面或后面没有内容
embedding-plus-step = a+b 把两个主干网络的向量拼接起来
embedding-weights-folder = 这是文件夹，不是权重文件
embedding-no-weights-file = 没有这个权重文件
embedding-pair-scores = { $name } 给出图像对的得分：没有可与其他并列的向量
embedding-by-itself = 请单独指定：--backbone { $name }
embedding-two-named = 有两个主干网络名为 { $name }：{ $first } 和 { $second }
embedding-remove-one = 请移除两个包之一，或给其模型卡改名
embedding-export-eval = 请在评估模式（model.eval()）下导出，不含 dropout 和噪声
embedding-export-after-eval = 批归一化处于训练模式：请在 model.eval() 之后导出网络
embedding-file-not-named = 没有指明该文件属于哪个网络；{ $looks }
embedding-cache-unusable = 无法使用缓存（{ $error }）
embedding-cache-elsewhere = 请指定别的文件夹：--cache DIR，或 PROBE_CACHE
embedding-cache-damaged = 缓存已损坏（{ $error }）
embedding-cache-empty = 请清空缓存：probe cache --empty
embedding-picture-id = 图像 { $id }
embedding-came-no-safetensors = 它不是 safetensors 文件，或不完整
embedding-came-cut-short = 它不完整
embedding-card-misfit = { $misfit }
embedding-came-none = 它不是 PyTorch 文件
embedding-made-picture = （在您的图像之前）生成的噪声图像
embedding-weights-changed = 评估运行期间权重被重新写入：新向量与已保存的向量会属于两个模型
embedding-weights-changed-step = 等权重文件不再被写入后，请重新运行评估

## ---- 拒绝：检索 ----------------------------------------------------------------------------------

retrieval-vectors-unusable = { COUNT($given) } 个向量中有 { COUNT($bad) } 个为零或不是有限值，第一个是第 { PLAIN($first) } 号
retrieval-one-camera = 所有图像都来自同一摄像头（{ $camera }），而规则 { $rule } 排除查询自身摄像头上的匹配，因此没有查询有正确答案
retrieval-no-part =
    其中没有{ $part ->
        [query] 查询
       *[gallery] 图库
    }图像
retrieval-first-scores-pairs = { $name } 给图像对打分，不能作第一阶段
retrieval-first-stage = --first-stage 指定给出向量的主干网络
retrieval-no-right-answer = 按规则 { $rule }，没有查询在另一摄像头上有正确答案
retrieval-each-query = 每个查询都需要另一摄像头拍摄的同一人的图库图像。
retrieval-look-at-picture = 请查看该编号的图像；给出 NaN 的网络不可用。
retrieval-nobody-in-gallery = 查询中的人没有一个在图库中
retrieval-check-numbers = 请检查人的编号在两个文件夹中含义是否相同。
retrieval-name-cameras = 请在标签中写明摄像头，或使用规则 'any-camera'，它也计入同一摄像头上的匹配（几乎相同的图像会使结果显得过好）。
retrieval-no-deletion = 按规则 { $rule } 不计算逐人剔除的数值
retrieval-ask-for-rules = 请使用 market1501 或 any-camera。
retrieval-few-people = 有查询的人有 { COUNT($people) } 个，其中 { COUNT($answered) } 个有正确答案：只有还剩下别人时才能剔除一人
retrieval-more-people = 请在含有更多人的数据集上比较模型。
retrieval-trainings-unpaired = { COUNT($first) } 次训练无法与 { COUNT($second) } 次训练配对
retrieval-as-many = 请给出同样多次，或其中之一为一次。
retrieval-needs-parts = 评估时，数据集须有查询和图库两部分。
retrieval-rerank-cosines = --rerank 用于余弦，不能与 --distance { $distance } 同用
retrieval-leave-one-out = 请去掉其中之一。
retrieval-works-on-vectors = { $option } 用于向量，而 { $name } 给图像对打分
retrieval-leave-option-out = 请去掉 { $option }，或单独评估给图像对打分的模型
retrieval-no-rule = 没有检索规则 { $name }

## ---- 拒绝：统计 ----------------------------------------------------------------------------------

statistics-one-factor = 方案 { $protocol } 只变化一个因素：没有可交互的
statistics-second-factor = 请再指定一个因素或一个系列；每种组合成为一个条件
statistics-plan-misfit = FNMR { $fnmr }、相关 { $correlation } 和 { $takes } 次拍摄不相容：前两者在 0..1 之内，拍摄至少一次
statistics-width-not-reached = { COUNT($subjects) } 名受试者也达不到 { PLAIN($width) } 的宽度
statistics-wider-interval = 请要求更宽的区间。
statistics-one-subject = 评测至少需要一名受试者
statistics-no-split = { COUNT($people) } 人无法分成两组陌生人
statistics-leave-split-out = 请去掉划分，或增加陌生人（总共至少四人）。
statistics-person-with-self = 陌生人之间的得分含有某人与自己的比较
statistics-strangers-folder = 陌生人的文件夹不得含有受试者。
statistics-rate-outside = 错误匹配率 { $fmr } 不在 0 和 1 之间
statistics-rate-example = 1% 写作 0.01。
statistics-no-strangers = 没有可用来设定阈值的陌生人
statistics-use-strangers = 请至少使用两名受试者，或指定陌生人的文件夹。

## ---- 拒绝：主干网络 ------------------------------------------------------------------------------

backbones-onnx-size =
    该网络接受{ $size ->
        [no-value] 任意尺寸的图像
       *[other] { " " }{ $size } 的图像
    }，模型卡写的是 { $card }
backbones-no-clip-reid =
    这不是 CLIP-ReID 的视觉 Transformer 的权重{ $resnet ->
        [yes] ：其 ResNet-50 在此未实现
       *[no] { "" }
    }
backbones-reductions =
    第 { PLAIN($branch) } 个分支有 { COUNT($cells) } 个单元的降维层（{ $numbers ->
        [no-value] 无
       *[other] { JOIN($numbers, with: "、") }
    }），而不是 { PLAIN($branch) } 个
backbones-untaught-step =
    请在 { $sign } 之后写出其后已有学到东西的生成器的阶段：{ $stages ->
        [no-value] 该训练中没有
       *[other] { JOIN($stages, with: "、") }
    }
backbones-training-lacks =
    该训练没有{ $part ->
        [encoder] 编码器
       *[generator] 生成器
    }
backbones-name-training = 请指定该训练：{ $folder }，或 { $with_stage }
backbones-no-encoder = 这是{ $kind }，不是 FD-GAN 的编码器
backbones-no-generator = 这是{ $kind }，不是 FD-GAN 的生成器
backbones-fdgan-file =
    { $file ->
        [generator] 生成器（net_G）
        [pose] 姿态判别器（net_Dp）
        [identity] 身份判别器（net_Di）
       *[other] 别的文件
    }
backbones-set-layout = 请设置关键点的布局：{ JOIN($layouts, with: "、") }。
backbones-layout-has = { $layout } 有 { PLAIN($joints) } 个
backbones-draws-nothing =
    { $architecture ->
        [no-value] 该训练
       *[other] { $architecture } 
    }的网络不绘制图像
backbones-training-of = 请指定 { LIST($names, word: "or") } 的训练。
backbones-write-pooling = 请在模型卡文件的 options 中写 pooling: { LIST($poolings, word: "or") }。
backbones-two-networks = 分支和主干属于两个网络。
backbones-export-again = 请重新导出，或重新获取并将其大小与来源所示的比较。
backbones-constants-computed = 请在算好常量之后重新导出（onnxsim 可以做到）。若网络需要更多，则无法在此使用。
backbones-onnx-loops = 网络中有循环（{ $operator } { $name }），可能永不结束
backbones-onnx-array = 网络会生成含 { COUNT($values) } 个值的数组（{ $name }）
backbones-onnx-endless = 网络中有无休止地相互调用的函数
backbones-onnx-operators = 网络有 { COUNT($operators) } 个算子，多于 { COUNT($most) } 个
backbones-onnx-slow = 打开网络并在一幅图像上运行它超过 { PLAIN($seconds) } 秒
backbones-onnx-ends = 打开网络的进程终止，可能是内存不足或 ONNX Runtime 内部出错（代码 { $code }）
backbones-onnx-memory = 网络对一幅图像要求超过 { PLAIN($gigabytes) } GiB 的内存
backbones-onnx-takes =
    网络的输入{ $dimensions ->
        [no-value] 不是数组
       *[other] 为 { $dimensions }
    }，而不是 n x 3 x 高 x 宽 的 RGB 图像
backbones-channels-first = 请以通道在前的形式导出，或在文件中调换：方法见本项目的 docs/onnx.md
backbones-onnx-outputs =
    网络{ $asked ->
        [no-value] 有 { COUNT($outputs) } 个输出
       *[other] 没有名为 { $asked } 的输出
    }；现有：{ $names }
backbones-onnx-choose = 请写模型卡文件：backbone: onnx:{ $file }，options: { "{" }output: { $output }{ "}" }；方法见本项目的 docs/onnx.md
backbones-onnx-fix-inputs = 请把其他输入固定为某个值，并重新保存：方法见本项目的 docs/onnx.md
backbones-enlarger-contract = 需要一个输入 n x 3 x 高 x 宽（高和宽任意，RGB 从 0 到 1），一个输出，高和宽为 s 倍（s 为 2 到 8 的整数）。参见 docs/outdoors.md。
backbones-enlarger-two-sizes = 该网络对两种大小的图片放大倍数不同
backbones-enlarger-gives = 该网络对 { $size } 的图片给出 { $given }
backbones-enlarger-cannot-run = 该网络无法在 { $size } 的图片上运行（{ $detail }）
backbones-enlarger-not-pictures = 该网络给出 { $given }，不是 RGB 图片
backbones-enlarger-not-finite = 该网络给出非有限的数
backbones-enlarger-chance = 该网络每次生成的图像都不同
backbones-enlarger-scale = 该网络对 { $size } 的图片给出 { $given }，不是其高和宽的 { COUNT($least) } 到 { COUNT($most) } 倍
backbones-enlarger-other-picture = 该网络给出的图片与所放大的图片不同：值应从 0 到 1，却从 { DECIMAL($low, places: 2) } 到 { DECIMAL($high, places: 2) }
backbones-enlarger-fixed = 该网络只接受 { $size } 的图片，而人物图片大小各异
backbones-enlarger-open-sizes = 请以任意的高和宽重新导出。{ backbones-enlarger-contract }
backbones-onnx-is-folder = 这是文件夹，而需要的是 ONNX 文件
backbones-onnx-not-there = 没有这个 ONNX 文件
backbones-onnx-float32 = 请以 float32 的图像导出；方法见本项目的 docs/onnx.md
backbones-use-onnxruntime = 请使用 --engine onnxruntime
backbones-not-one-vector = { $name } 对 { COUNT($pictures) } 幅图像给出 { $form }，而不是每幅图像一个向量
backbones-openvino-is-folder = 这是文件夹，而需要的是网络的 .xml
backbones-openvino-not-there = 没有这个文件
backbones-stargan-discriminator = 这不是 StarGAN 的生成器，而是它的判别器
backbones-stargan-other-file = 这不是 StarGAN 的生成器，而是别的文件：{ $family }
backbones-timm-fetch = 请获取一次：hf download { $repository } model.safetensors；或指定文件：--backbone timm:{ $name }=FILE
backbones-timm-file = 请指定文件：--backbone timm:{ $name }=FILE
backbones-timm-nearest = 最接近的：{ JOIN($names, with: "、") }。
backbones-timm-lists = timm.list_models() 列出全部。
backbones-transreid-blocks =
    该 TransReID 有 { PLAIN($depth) } 个块{ $biases ->
        [yes] { "" }
       *[no] ，注意力中没有偏置
    }；此处实现的 ViT-B 和 DeiT 有 { PLAIN($wanted) } 个带偏置的块
detectors-no-yolact = 这不是 YOLACT 的文件：其中没有 { $wanted }（而有 { $first } 等）
detectors-known-yolact = 已知的有 ResNet-50 和 -101 上的官方版本（3 或 9 个锚框，一个或更多类别），以及 `probe train` 留下的文件。
backbones-other-iresnet = 这是另一种 iResNet 的权重：第三阶段有 { PLAIN($blocks) } 个块，而不是 iResNet-50 的 { PLAIN($wanted) } 个
backbones-other-depths = `probe train` 得到的权重按其卡片运行：--backbone FOLDER/card.yaml。其他深度可作为 ONNX 文件使用：--backbone arcface=FILE.onnx
backbones-trained-size = 这些权重是以 { PLAIN($height) }x{ PLAIN($width) } 训练的，而不是 { PLAIN($card_height) }x{ PLAIN($card_width) }：线性层读取整个特征图
backbones-insightface-engine = insightface 用 ONNX Runtime 运行其 ONNX 文件，而不用 { $engine }
backbones-insightface-step = 请使用 --engine auto，或 --backbone onnx:{ $file }
backbones-onnx-size-step = 请使用该尺寸的模型卡（arcface：112x112，arcface_384x128），或 --backbone onnx:{ $file }
backbones-no-insightface = 无法导入 insightface 包（{ $error }）
backbones-insightface-install = pip install 'probe-reid[insightface]'。它需要 OpenCV；若缺少 libGL，请安装系统包 libgl1（Debian、Ubuntu：apt-get install libgl1），或使用 --backbone onnx:FILE。
backbones-neck-option = { $card }：选项 neck 为 before 或 after，而不是 { $given }
backbones-shared-stages = EnsembleNet 的共享阶段（base.*）不完整
backbones-no-branches = 这些权重没有分支：不是 EnsembleNet
backbones-branch-missing = { PLAIN($branches) } 个分支中缺少第 { PLAIN($branch) } 个
backbones-take-whole = 文件被截取或手工拼接过；请使用完整的检查点。
backbones-too-many-branches = 这些权重有 { COUNT($branches) } 个分支，而 EnsembleNet 有 1 至 { PLAIN($most) } 个
backbones-classifiers-differ = 各分类器区分的人数不同：{ $listed }
backbones-classifier-count = { PLAIN($branches) } 个分支的 { PLAIN($parts) } 个单元却有 { COUNT($classifiers) } 个分类器
backbones-branch-cells = EnsembleNet 的第 b 个分支有 b 个单元；此文件的划分不同。
backbones-option-one-of = { $card }：选项 { $option } 为 { JOIN($values, with: "、") } 之一，而不是 { $given }
backbones-no-stage = 没有阶段 { $stage }
backbones-no-fdgan-training = 这不是 FD-GAN 的训练
backbones-name-fdgan-out = 请指定这种训练的 --out。
backbones-untaught = 到阶段 { $stage } 结束时，还没有生成器学到东西
backbones-generator-units = 该生成器属于某次训练，其配方说明以何种单位绘制
backbones-name-with-stage = 请指定 FD-GAN 的训练，并在 @ 之后写出含有它的阶段。
backbones-poses-need-keypoints = 姿态需要关键点
backbones-load-keypoints = 请在该阶段写 load: [keypoints]。
backbones-encoder-is = 编码器是其旁边的 net_E（或阶段 I 的 model_best.pth.tar）。
backbones-generator-is = 官方的生成器是 net_G；`probe train` 的请指定训练的文件夹。
backbones-no-layout = 没有关节布局 { $layout }
backbones-joints = 有 { PLAIN($joints) } 个关节，而不是 { $layout } 的 { PLAIN($wanted) } 个
backbones-no-ended-stage = 该文件夹中没有已结束一个阶段的训练
backbones-name-generator = 请指定 `probe train` 的 --out、FD-GAN 的 ENCODER+GENERATOR，或 StarGAN 生成器的文件。
backbones-plain-resnet = 这是没有 strong baseline 的 neck 的普通 ResNet 主干
backbones-plain-resnet-step = 在人物上训练的：--backbone resnet50=FILE。ImageNet 的权重：--backbone timm:resnet50=FILE；或以其为起点训练（network.start）。
backbones-no-port = { $card } 没有移植版 { $port }
backbones-cannot-compare = { $card } 无法比较 { PLAIN($height) }x{ PLAIN($width) } 的图像
backbones-larger-card = 请给其模型卡更大的 input_size；论文中为 160x60。
backbones-too-small = { PLAIN($height) }x{ PLAIN($width) } 的图像对于该图像对网络来说太小
backbones-larger-step = 请给设定尺寸的步骤更大的值；论文中为 160x60。
backbones-no-resnet-base = 这些权重在 base. 之下没有 ResNet
backbones-no-local-branch = 这些权重没有可放入向量的局部分支
backbones-take-lstm = 请使用给出 POOL-5 的模型卡 `lstm`，或以 branches.local: lstm 训练。
backbones-local-layers = 局部分支只有 { PLAIN($parts) } 个部分中 { PLAIN($layers) } 个的层
backbones-local-inputs = 局部分支每个部分读取 { PLAIN($inputs) } 个数，而池化 { $pooling } 给出 { PLAIN($given) } 个
backbones-no-parts = { PLAIN($rows) } 行的特征图没有 { $kind } 类的 { PLAIN($parts) } 个部分
backbones-parts-step = 请把 network.last_stride 设为 1，用更大的图像，或 branches.rows: adaptive。
backbones-role-nameless = 角色 { $role } 的图像没有人的名称；类别从源数据学习
backbones-set-source = 请为采样器的这一部分设 domain: source。
backbones-role-not-given = 目标函数使用角色 { $role } 的图像，而采样器不提供
backbones-its-roles = { $near }；其角色：{ JOIN($roles, with: "、") }
backbones-last-stride = { $card } 的最后步幅为 1 或 2，而不是 { $stride }
backbones-onnx-needs-file = onnx 需要文件
backbones-onnx-name = 请指定：--backbone onnx:FILE.onnx
backbones-onnx-device = 这一 ONNX Runtime 版本无法使用设备 { $device }
backbones-onnx-device-step = 请使用 --device cpu，或安装 onnxruntime-gpu 以代替 onnxruntime。
backbones-inputs = 网络有 { COUNT($inputs) } 个输入（{ $names }），而不是一个
backbones-onnx-no-network = 这不是 ONNX 文件：其中没有网络
backbones-onnx-name-no-text = 网络中有一个名称不是文本：文件已损坏
backbones-onnx-numbers = 网络接受 { $kind } 数值，而不是浮点数
backbones-onnx-no-arrays = 网络给出列表或映射，而不是数组
backbones-onnx-vectors-alone = 请只导出给出向量的部分。
backbones-onnxruntime-cannot = ONNX Runtime 无法运行该网络（{ $detail }）
backbones-onnx-damaged = 这不是 ONNX 文件，或不完整或已损坏
backbones-openvino-cpu = OpenVINO 在此于 CPU 上运行网络，而不是 { $device }
backbones-openvino-cpu-step = 请使用 --device cpu，或 --engine onnxruntime
backbones-openvino-cannot = OpenVINO 无法运行该网络（{ $detail }）
backbones-onnx-not-torch = PyTorch 无法运行 ONNX 文件
backbones-network-size = 网络接受 { $size } 的图像，模型卡写的是 { $card_size }
backbones-write-card-size = 请写含 input_size: { $size } 的模型卡文件。
backbones-layer-after-pooling = 请以池化之后的层（如嵌入层）作为输出。
backbones-picture-fails = { $engine } 无法在图像上运行该网络（{ $detail }）
backbones-input-size-right = 输入尺寸对吗？模型卡文件中写明：input_size: [256, 128]。
backbones-openvino-needs-file = openvino 需要文件
backbones-openvino-name = 请指定：--backbone openvino:FILE.xml
backbones-openvino-no-bin = 缺少网络的数值：{ $file }
backbones-openvino-put-bin = 请把与 .xml 配套的 .bin 以同名放在其旁边
backbones-openvino-shape = 输入的形状为 { $shape }，而不是 图像 x 3 x 高 x 宽
backbones-openvino-channels = 请以通道在前的形式重新转换网络。
backbones-openvino-type = 输入是 { $type }，不是 f32 或 f16
backbones-openvino-keep-type = 请不改变输入类型，重新转换网络。
backbones-openvino-outputs = 网络有 { COUNT($outputs) } 个输出（{ $names }）
backbones-openvino-choose = 用模型卡文件指明所取的输出：options: { "{" }output: NAME{ "}" }。
backbones-openvino-unreadable = OpenVINO 无法读取该网络（{ $detail }）
backbones-openvino-right-bin = 旁边的 .bin 是与它配套的吗？
backbones-no-output = 网络没有输出 { $output }
backbones-openvino-engine = OpenVINO 格式的网络由 OpenVINO 运行，而不是 { $engine }
backbones-takes-uint8 = { $name } 接受形状为 (n, { PLAIN($height) }, { PLAIN($width) }, 3) 的 uint8 图像，而不是 { $type } { $shape }
backbones-fit-pictures = 请先把图像适配到模型卡的输入尺寸。
backbones-array-shape = { $name } 对 { COUNT($pictures) } 幅图像给出形状为 { $shape } 的数组，而不是每幅图像一个向量
backbones-strong-baseline = 这是 reid-strong-baseline 的权重，其主干在 stem 之后没有 ReLU
backbones-use-ibn = 请使用 --backbone ibn={ $file }
backbones-retail-files = { $card } 是 ONNX 文件，或 .xml 及其 .bin
backbones-retail-addresses = 其地址见 backbones/retail_reid/README.md
backbones-semantic-weight = { $card }：semantic_weight 是 0..1 之间的数，而不是 { $given }
backbones-no-solider = 这不是 SOLIDER 的 Swin 的权重
backbones-stargan-draws = StarGAN 绘制图像，没有向量
backbones-stargan-draw-with = 请用它绘制：probe generate FILE --data FORM=DIR。
backbones-stargan-generator-is = 官方的生成器是 *_G.pth，`probe train` 的是 weights.safetensors。
backbones-no-stargan-training = 这不是 StarGAN 的训练
backbones-name-stargan-out = 请指定 `probe train stargan...` 的 --out。
backbones-stargan-shape = 该生成器宽度为 { PLAIN($width) }，有 { COUNT($cameras) } 个摄像头；其训练写的是宽度 { PLAIN($stated_width) }，{ COUNT($stated_cameras) } 个摄像头
backbones-restore-training = 请恢复同一次训练的 recipe.yaml、training.json 和权重。
backbones-two-cameras = 摄像头风格至少需要两个摄像头的图像；这些全都来自摄像头 { PLAIN($camera) }
backbones-cameras-needed = 不区分摄像头的形式把它们都编为 0。请指定有摄像头的数据集：--target market1501=DIR，或含 camera 列的 table=FILE.csv。
backbones-unknown-cameras = 生成器知道的摄像头是 { $known }，不含该数据集的 { $unknown }
backbones-generator-of-data = 请指定在该数据集上训练的生成器。
backbones-camera-count = 生成器知道 { PLAIN($known) } 个摄像头；该数据集有 { COUNT($cameras) } 个（{ $numbers }）
backbones-trained-on-forms = 该生成器是在 { $forms } 上训练的，而不是 { $form }
backbones-this-direction = 请指定这一方向的训练：以目标域的风格绘制目标域的图像。
backbones-several-sets = 该生成器是在多个 { $form } 形式的数据集上训练的：无法得知指的是哪一个的摄像头
backbones-generator-each = 请为每个目标训练一个生成器。
backbones-other-styled-set = 该文件夹中已开始生成另一个风格图像集（{ JOIN($names, with: "、") } 不同）
step-another-out = 请指定另一个 --out。
backbones-styled-set-there = 该文件夹中已有一个风格图像集
step-resume-or-out = 请用 --resume 继续，或指定另一个 --out。
backbones-one-copy-name = { $first } 和 { $second } 的副本会同名
backbones-rename-one = 请给其中之一改名。
backbones-outside-set = { $name } 位于其数据集之外
backbones-no-styled-list = 这不是风格图像集的列表（{ $error }）
backbones-styled-columns = 它有 { JOIN($columns, with: "、") } 列。
backbones-stripes-no-weights = stripes 不使用权重文件
backbones-use-stripes = 请使用 --backbone stripes
backbones-stripes-fixed = stripes 的 { $name } 不能更改：它由 128 x 64 的图像原样计算
backbones-leave-out = 请从模型卡文件中去掉 { $name }
backbones-timm-classifier = timm 无法构建不带分类器的 { $name }
backbones-timm-not-cached = 您的缓存中没有 timm:{ $name } 的权重
backbones-timm-no-model = timm 没有模型 { $name }
backbones-no-transreid = 这不是 TransReID 的权重：缺少 base.pos_embed 或 base.blocks
backbones-transreid-onnx = 请导出为 ONNX，并使用 onnx:FILE。
backbones-picture-of-batch = 批次中的图像 { $number }
backbones-vector-not-finite =
    { $backbone } 对{ $picture }给出的向量不是有限值{ $cause ->
        [no-value] { "" }
       *[other] { $cause }
    }
backbones-other-precision = 请换一种精度或引擎检查这些权重。
backbones-from-node = ：最先出现在其节点 { $node }

## ---- 拒绝：训练 ----------------------------------------------------------------------------------

train-begin-anew = 删除它以重新开始，或恢复较早的副本。
train-own-values = 去掉该 --set 即采用配方中的值
train-remake-styled = 请为 --target 所指的数据集生成风格图像集。
train-whole = 配方须写明决定训练的每项设置
train-all-broken = 其 { COUNT($broken) } 幅图像都不能使用；第一个：{ $first }：{ $reason }
train-class-unknown =
    { $frame } 中有类别 { PLAIN($shown) } 的物体；网络只有{ $last ->
        [0] 人（类别 0）
       *[other] 类别 0 至 { PLAIN($last) }
    }
train-joints = 有 { COUNT($joints) } 个关节，而不是 { $layout } 的 { $wanted } 个
train-matrix-misfit = { $misfit }
train-matrix-row = 行 { $row }：{ $reason }
train-matrix-keys = 此处的键为 { JOIN($keys, with: "、") }
train-no-data-set = 该阶段从第 { PLAIN($number) } 个数据集（从 0 数起）学习；数据集有 { PLAIN($count) } 个
train-no-domain-picture =
    sampler.parts.{ $role }：没有{ $domain ->
        [source] 源域
       *[target] 目标域
    }的图像
train-other-recipe =
    该训练是用另一配方开始的（{ $name }，摘要为 { $digest }，而不是 { $other ->
        [no-value] 无
       *[other] { $other }
    }）
train-no-mask = 该图像没有配方要加载的掩膜
train-mask-size = 掩膜的大小与 { $picture } 不同
train-no-keypoints = 该图像没有配方要加载的关键点
train-resume-with = 请用开始时的配方（检查点旁的 recipe.yaml）继续，或指定另一个 --out。
train-other-pictures = 该训练是用其他图像开始的：名称或标签不同
train-data-begun-with = 请给出开始时的数据，或另一个 --out。
train-no-checkpoint = 这不是此版本训练的检查点
train-checkpoint-unwritten = 第 { COUNT($step) } 步之后的检查点无法写入（{ $detail }）
train-checkpoint-before = 之前的检查点是完整的。请腾出磁盘空间，然后用 --resume 继续。
train-checkpoint-unreadable = 不是可读的检查点（{ $detail }）
train-mend-pictures = 请修复或替换这些图像。
train-renders-own = 该配方自行渲染图像
train-leave-data-out = 请去掉 --data，或使用 data.kind 为 folder 的配方。
train-from-frames = 该配方从帧学习，不适应任何目标
train-leave-target-out = 请去掉 --target 和 --styled。
train-no-picture = 其中没有训练图像
train-name-training-part = 请指定含有训练部分的文件夹。
train-styled-count = 有 { COUNT($styled) } 个风格图像集，而目标有 { COUNT($targets) } 个
train-styled-of-target = 风格图像集由目标的图像生成：--target FORM=DIR --styled DIR
train-needs-data = 该配方从您的数据集学习
train-name-data = 请指定：--data FORM=DIR，形式为 { $forms } 之一
train-needs-target = 该配方从图像学习，而不看其中是谁
train-name-target = 请指定它们，且不用 --data：--target FORM=DIR，形式为 { $forms } 之一
train-another-part = 请指定它的另一部分。
train-not-form-dir = { $given } 不是 FORM=DIR 的形式
train-form-not-taken = 该配方不接受 { $form }
train-same-source-target = 源和目标是相同的图像：--data 会说出目标中的每个人是谁
train-adapt-to-another = 请适应另一数据集：--data FORM=DIR --target FORM=ANOTHER
train-diverged = 第 { PLAIN($epoch) } 轮的损失不是数：训练已发散
train-lower-rate = 请降低 optimiser.rate，或设置 clip_norm；之前的检查点是完整的。
train-weights-unwritten = 无法写入权重（{ $detail }）
train-room-and-resume = 请腾出磁盘空间，并用 --resume 再次运行：不会重复任何一轮。
train-needs-frames = 该配方从标注了人的帧学习
train-name-frames = 请指定：--data FORM=PATH，形式为 { $forms } 之一
train-frame-size = 图像为 { PLAIN($height) }x{ PLAIN($width) } 像素（高 x 宽），而 { $file } 中的标注是针对 { PLAIN($stated_height) }x{ PLAIN($stated_width) } 的
train-restore-from-one = 请从该数据集的同一份副本恢复图像和标注。
train-nobody-marked = 其 { COUNT($frames) } 帧中没有标注任何人
train-frames-with-people = 请指定有人的帧；没有人就无法训练检测器。
train-not-form-path = { $given } 不是 FORM=PATH 的形式
train-nothing-marked = 该图像没有配方要加载的标注
train-kind-frames = 该配方从帧学习：data.kind frames。
train-box-no-mask = 该帧中有人只有框而没有掩膜（在 { $file } 中）
train-boxes-alone = 请只训练框，例如 probe train ssd.small；或用给出掩膜的检测器裁剪这些帧。
train-people-only = 请设 data.people_only=true，或把 network.classes 设为该数据集的类别数。
train-set-layout = 请把关键点的布局（objective.poses.layout）设为它们的布局。
train-without-keypoints = { COUNT($all) } 幅图像中有 { COUNT($without) } 幅没有绘制姿态所需的关键点
train-put-keypoints = 请把它们放入数据集的文件夹（此处为 { $place }），或在表中指明（keypoints 列），或略去这些图像。
train-keypoints-unreadable = 无法读取关键点（{ $reason }）
train-joints-outside = { PLAIN($all) } 个关节中有 { PLAIN($outside) } 个位于其 { PLAIN($width) }x{ PLAIN($height) }（宽 x 高）的图像之外：它们属于另一尺寸
train-keypoints-pixels = 关键点是图像文件本身的列和行，以像素为单位。
train-no-log-line = 这不是训练日志的一行
train-restore-log = 请从副本恢复该文件，或删除它以重新记录。
train-margin-m1 = insightface 没有 m1 = { PLAIN($m1) } 的间隔
train-margin-combined = 请选择公式 1 的组合间隔。
train-margin-values = 间隔需要 scale > 0、m1 > 0、m2 >= 0 且 m3 >= 0，而不是 { $scale }、{ $m1 }、{ $m2 }、{ $m3 }
train-one-identity = 三元组损失的批次中只有一个人
train-two-people = 每批次至少取两个人，或给数据集更多的人。
train-float16 = 配方要求 float16，而 { $device } 不能以此训练
train-float16-step = 请使用 CUDA GPU，或 precision: bfloat16 或 float32。
train-no-matrix-recipe = 在该矩阵旁边和自带配方中都没有配方 { $recipe }
train-nothing-to-evaluate = 没有可评估的内容：没有查询或图库
train-needs-test-list = 有些形式需要列出测试人员的 test.txt。
train-matrix-there = 该文件夹中已有一个训练矩阵
train-matrix-other-data = 该矩阵是用其他数据，或以相反方向训练的
train-matrix-begun-with = 请指定开始时的数据集（--data、--target、--styled），或另一个 --out。
train-no-result = 这不是训练的结果，或已损坏
train-restore-or-delete = 请从副本恢复该文件，或删除它：该训练会重新评估。
train-no-network = 目标函数 { $objective } 训练网络 { $network }；该架构没有这个网络
train-its-networks = 其网络：{ JOIN($networks, with: "、") }。
train-nothing-named = { $setting }：没有名为 { $pattern } 的
train-no-table = 无法读取（没有这个文件）
train-no-camera = { COUNT($rows) } 幅图像中有 { COUNT($unknown) } 幅没有写明摄像头，第一个是 { $first }
train-write-camera = 请写明拍摄每幅图像的摄像头编号。
train-no-picture-table = 这不是训练图像的表（{ $error }）
train-table-columns = 它需要 path、person 和 camera 列，后两列为编号。
train-batch-shared = 大小为 { COUNT($batch) } 的批次无法由 { PLAIN($processes) } 个进程分担
train-change-batch = 请更改配方中的批次大小，或进程数。
train-no-value = 该配方没有值 { $name }
train-no-recipe = 在这里和自带配方中都没有这个配方
train-folder-no-recipe = 这是文件夹，不是配方
train-recipe-mapping = 配方是含 name、data、network 等的映射
train-lists-recipes = `probe train` 列出自带的配方，可由此开始
train-optimiser-moves-nothing = 优化器 { $name } 不更新任何内容：它所指的全被冻结或没有参数
train-no-turn = 阶段 { $stage }：目标函数没有轮次 { $turn }
train-two-optimisers = 阶段 { $stage }，轮次 { $turn }：有两个优化器更新 { $moved }
train-other-networks = 请在其中之一指定其他网络，或用模式指定其他参数。
train-needs-turns = 阶段 { $stage } 需要轮次：哪些优化器在哪一轮更新
train-turns-are = 该目标函数的轮次：{ JOIN($turns, with: "、") }。
train-order-of-sets = 请按配方的次序指定数据集：--data FORM=DIR --data ...
train-pairs-few = { COUNT($people) } 人的 { COUNT($pictures) } 幅图像不足以组成含 { COUNT($anchors) } 个锚点的批次
train-pairs-step = 图像对需要两个或更多的人，每人两幅图像。请降低 sampler.anchors，或给它更多图像。
train-people-few = 数据集有 { COUNT($people) } 人，而一个批次需要 { COUNT($wanted) } 人
train-people-step = 请将其调低，如 --set sampler.people={ PLAIN($people) }，或提供更多的人。
train-people-alike = 每批次的 { COUNT($people) } 人无法从 { COUNT($sets) } 个数据集中等量抽取
train-people-multiple = 请把 sampler.people 设为数据集个数的倍数，且每个数据集都有相应数量的人。
train-batch-not-filled = { COUNT($pictures) } 幅图像不足以组成大小为 { COUNT($batch) } 的批次
train-lower-batch = 请减小配方中的批次大小，或给它更多图像。
train-no-styled-copies = 目标的图像没有该采样器要抽取的风格副本
train-name-styled = 请指定 `probe generate` 由其生成的文件夹：--styled DIR。
train-styled-uneven = 每幅图像有 { PLAIN($least) } 至 { PLAIN($most) } 个风格副本，数量不一
train-finish-styled = 请完成风格图像集：每幅图像都需要每个摄像头风格的副本。
train-no-part = sampler.paced_by：没有部分 { $part }
train-name-target-set = 请用 --target FORM=DIR 指定目标的数据集。
train-there-already = 该文件夹中已有一次训练
train-start-no-training = start_from：该文件夹中没有已结束一个阶段的训练
train-start-no-stage = start_from：没有阶段 { $stage }
train-start-digest = start_from：阶段 { $stage } 的摘要为 { $digest }，而不是 { $wanted }
train-start-name = 请指定配方所指的训练，或写明其新的摘要。
train-start-no-network = start_from：这里没有网络 { $network }
train-start-no-network-there = start_from：阶段 { $stage } 中没有网络 { $network }
train-no-safetensors = 这不是 safetensors 文件，或已损坏
train-network-misfit = 这些权重与网络 { $network } 不符（{ $detail }）
train-same-network = 该配方的网络须与它所起始的训练的网络相同。
train-styled-not-whole = 该风格图像集不完整：{ COUNT($expected) } 幅中已绘制 { COUNT($listed) } 幅
train-styled-go-on = 请继续：用同一 `probe generate` 加 --resume。
train-no-styled-manifest = 这不是风格图像集的清单（{ $detail }）
train-draw-styled-again = 请重新绘制风格图像集：probe generate TRAINING --data FORM=DIR --out DIR。
train-no-styled-set = 这里没有风格图像集（没有这个文件）
train-styled-is = { $near }；风格图像集是 `probe generate` 留下的
train-one-camera = 目标的所有图像只有一个摄像头编号：它只有一个摄像头，或未区分；没有其他摄像头的风格
train-two-cameras = 摄像头风格需要有两个或更多摄像头的目标；没有时请只用源图像训练。
train-styled-other-pictures = 该风格图像集属于其他图像：其 { COUNT($sources) } 个来源中有 { COUNT($other) } 个不在 { $data_set } 中，例如 { $first }
train-styled-changed = { COUNT($stated) } 幅图像中有 { COUNT($changed) } 幅与生成它时的不同，例如 { $first }
train-styled-copies = 风格图像集不完整：{ COUNT($wanted) } 个副本中已有 { COUNT($there) } 个，{ $first } 有 { PLAIN($copies_wanted) } 个中的 { PLAIN($copies) } 个
train-no-styled-list = 这不是风格图像集的列表（{ $error }）
train-styled-list-columns = 它需要 path、camera 和 source 列，camera 为编号。
train-not-name-value = { $given } 不是 NAME=VALUE 的形式
train-name-value-example = 例如 objective.m2=0.25
train-no-ended-stage = 该文件夹中没有已结束一个阶段的训练
train-name-out-or-resume = 请指定 `probe train` 的 --out；被中断的用 --resume 继续。
train-weights-changed = 权重缺失或已被更改
train-no-stage-list = 这不是训练阶段的列表，或已损坏
train-restore-list = 请从副本恢复该文件；它由 `probe train` 写出。
train-start-not-here = 用作起点的权重不在这里，也不在 torch 的缓存中
train-start-put = 请把该文件放在这里或 { $folder }；或把 network.start 设为 null，以随机权重开始，并在结果旁注明。
train-start-not-in-timm = 用作起点的权重不在 timm 的缓存中
train-start-timm = timm.create_model({ $name }, pretrained=True) 可获取它；或把 network.start 设为 null，以随机权重开始，并在结果旁注明。
train-start-other = 这不是配方所指的权重：sha256 以 { $digest } 开头，而不是 { $wanted }
train-start-fetch = 请重新获取该文件，或把其 sha256 写入配方。
train-start-timm-unknown = timm 没有这个名称的权重
train-start-timm-lists = timm.list_pretrained() 列出全部。
train-key-missing = 缺少键 { $key }
train-key-missing-in = { $name }：缺少键 { $key }
train-key-unknown = 此处不认识键 { $key }
train-no-kind = { $name }：没有种类 { $kind }
train-and-more = { $message }（另有 { COUNT($more) } 处）
train-keypoints-nobody = 其中没有人
train-keypoints-array = 应为数组 (joints, 3)，而不是 { $shape }
train-keypoints-not-finite = 其中有不是有限值的数
train-keypoints-annotations = 有 { COUNT($annotations) } 条标注，而一幅图像只有一个人
train-normalise-once = 步骤 'normalise' 须恰好一次，而不是 { PLAIN($times) } 次
train-after-normalise = { $step } 须在 'normalise' 之后：其填充值以归一化后的单位计
train-only-normalised = 只有处理归一化数值的步骤才能放在 'normalise' 之后
train-one-sizing = 需要一个设定尺寸的步骤：'resize' 或 'resized_crop'
train-two-stages = 有两个阶段名为 { $stage }
train-no-earlier-stage = 阶段 { $stage } 从 { $start } 开始，而它不是更早的阶段；{ $near }
train-enlarged-crop = enlarged { $enlarged } 容不下 { $size } 的部分
train-low-to-high = { $name } 须由小到大，而不是从 { $low } 到 { $high }
train-at-least-one = { $name } 至少须写一个
train-form-unknown = 形式 { $form } 未知；{ $near }
train-seed-twice = 有一个种子出现了两次
train-many-trainings = 有 { COUNT($count) } 次训练；一个矩阵最多 { COUNT($most) } 次
train-published-where = 行 { $row } 有已发表的数值；请注明出处：published_in
train-row-after = 行 { $row } 位于 { $after } 之后；{ $near }
train-row-after-itself = 行 { $row } 位于其自身之后
train-epochs-or-steps = 需要 epochs 或 steps 之一
train-training-or-stage = 需要 training，或本次训练的 stage
train-start-needs-digest = 从另一次训练开始需要其摘要（见 training.json）
train-no-optimiser = 轮次 { $turn }：没有优化器 { $optimiser }；{ $near }
train-two-turns = 有两个轮次同名
train-one-optimiser = optimisers：至少需要一个
train-step-leaves-marks = augmentation：{ $step } 不会移动帧中的标注；请使用 resize、flip、expand 或 overlap_crop
train-step-needs-marks = augmentation：{ $step } 需要 load: [instances]
train-role-unsaid = augmentation：没有写明角色 { $role } 的图像

## ---- 拒绝：检测器 --------------------------------------------------------------------------------

detectors-cards-to-copy = backbones/_detectors/README.md 中有可供复制的模型卡。
detectors-name-card = --detector onnx=CARD.yaml；backbones/_detectors/README.md 中有可复制的模型卡
detectors-name-ssd = --detector ssd=ssd300_vgg16_coco-b556d3b4.pth，即 torchvision 在 COCO 上的权重
detectors-name-yolact = --detector yolact=yolact_plus_resnet50_54_800000.pth；见 github.com/dbolya/yolact
frames-name-boxes = --detector boxes=FILE.csv，其列为 frame（或 path）、x、y、width、height、score
detectors-network-without-card = 这是网络本身；--detector onnx 需要的是指明它的模型卡
detectors-write-card =
    请写一张含有 weights: { $network } 的模型卡；backbones/_detectors/README.md 中有可供复制的模型卡。
detectors-compare-head = 请将模型卡中的 head 和输出名称与导出的网络比较。
detectors-expected-ssd = 应为 torchvision 的 ssd300_vgg16，例如 ssd300_vgg16_coco-b556d3b4.pth，或 `probe train ssd.small` 留下的文件。
detectors-card-misfit = { $misfit }
detectors-outputs-apart = 各输出互不相配：{ JOIN($counts, with: "、") }
detectors-output-count =
    { PLAIN($count) } 个{ $of ->
        [boxes] 框
        [scores] 得分
       *[classes] 类别
    }
detectors-person-number =
    网络的得分有 { PLAIN($have) } { $of ->
        [columns] 列
       *[classes] 类
    }，而 person 是第 { PLAIN($person) } 号
detectors-expected-yolact = 应为 dbolya/yolact 的文件，例如 yolact_plus_resnet50_54_800000.pth，或 `probe train yolact.small` 留下的文件。
detectors-other-yolact =
    该 YOLACT 有 { LIST($blocks) } 个{ $basic ->
        [yes] 基本块
       *[no] 瓶颈块
    }，每处 { PLAIN($anchors) } 个锚框，{ PLAIN($classes) } 个类别
detectors-not-finite = 网络给出的得分或框不是有限的数
detectors-input-as-trained = 输入与训练时相同吗（通道、mean、std、float16）？请与模型卡比较。
detectors-output-texts = 某个输出是文本，不是数值
detectors-name-outputs = 请在模型卡中指明框和得分的输出。
detectors-output-shape = 有一个输出的形状为 { $shape }，这种 head 不可能有
detectors-four-numbers = 框的输出每个框有 { PLAIN($numbers) } 个数，而不是 4 个
detectors-person-counts = person 是从 0 数起的类别编号；objectness 表示其前面是否有物体置信度。
detectors-other-size = 网络接受 { $size } 的图像，模型卡写的是 { $card_size }
detectors-write-size = 请写 input_size: { $size }。
detectors-no-output = 网络没有输出 { $output }
detectors-needs-torchvision = ssd 需要 torchvision 包，而它无法导入（{ $error }）
detectors-no-ssd = 这不是 SSD300-VGG16 的文件：其中没有 { $wanted }（而有 { $first } 等）
detectors-no-small-ssd = 这不是小型 SSD：其中没有 { $wanted }
detectors-one-normalisation = 该网络的图像只有一种归一化方式
detectors-write-mean = 请写 mean: { $mean }，std: { $std }。
detectors-no-vgg16 = 这不是 VGG16：没有它的 13 个卷积
detectors-name-vgg16 = 请指定 torchvision 的 vgg16_features-amdegroot-88682ab5.pth。
detectors-ssd300-size = SSD300 的输入是 300x300，而不是 { PLAIN($height) }x{ PLAIN($width) }
detectors-ssd300-step = 请写 size: [300, 300]，或使用 network.kind ssd_resnet。
detectors-expected-iou = objective.expected_iou 是 network.scorer 的权重：两者要么都有，要么都没有
detectors-expected-iou-step = 有 scorer 时请设 objective.expected_iou=25，没有时设为 null。
detectors-trunk-misfit = 这些权重与 { $network } 的主干不符：{ $tensor }
detectors-trunk-depth = 请指定与主干深度相同的 torchvision 权重。
detectors-deformable = network.deformable_every：只有瓶颈块有可变形卷积
detectors-deformable-step = 请设为 null，或把 network.block 设为 bottleneck。
detectors-yolact-normalisation = YOLACT 的图像只有一种归一化方式
detectors-masks-too-small = { PLAIN($height) }x{ PLAIN($width) } 的图像的掩膜对于 { COUNT($layers) } 个打分层来说太小
detectors-scorer-step = 请给 network.scorer 至多 { PLAIN($layers) } 个数，或用更大的图像。
detectors-head-needs = head { $head } 需要 { $output } 的输出名称
detectors-only-yolo = 只有 head yolo 有 objectness
detectors-only-detr = 只有 head detr 的得分用 softmax

## ---- 拒绝：掩膜生成器 ----------------------------------------------------------------------------

maskers-expected-sam = 应为 sam_vit_b_01ec64.pth、sam_vit_l_0b3195.pth 或 sam_vit_h_4b8939.pth。
maskers-name-sam = --mask sam=sam_vit_b_01ec64.pth；请从 github.com/facebookresearch/segment-anything 下载
maskers-name-yolact = --mask yolact=yolact_plus_resnet50_54_800000.pth；见 github.com/dbolya/yolact
maskers-sam-not-whole =
    不是完整的 { $kind } 检查点：有 { COUNT($count) } 个张量{ $fault ->
        [missing] 缺失
        [shape] 形状不同
       *[unknown] 未知
    }，例如 { $first }
maskers-grabcut-opencv = grabcut 需要 OpenCV，而它无法导入（{ $error }）
maskers-grabcut-step = pip install 'probe-reid[grabcut]'（或不需要系统库的 opencv-python-headless），或使用 --mask sam=CHECKPOINT
maskers-no-sam = 这不是 SAM 检查点：其中没有 { $wanted }（而有 { $first } 等）
maskers-sam-positions = 图像编码器的位置嵌入形状为 { $shape }，不是 1024 像素的 vit_b、vit_l 或 vit_h
maskers-sam-again = 请重新下载；其他工具的检查点须先改名。
maskers-needs-sam = sam 需要 segment-anything 包，而它无法导入（{ $error }）

## ---- 拒绝：权重文件 ------------------------------------------------------------------------------

weights-name-one = 请指定含有网络权重的 .pth、.pt、.tar 或 .safetensors 文件。
weights-damaged = 权重文件不完整或已损坏（{ $detail }）
weights-networks =
    该文件含有 { COUNT($networks) } 个网络{ $part ->
        [no-value] { "" }
       *[other] ，没有名为 { $part } 的
    }：{ JOIN($listed, with: "、") }
weights-network-entries =
    { $name ->
        [no-value] 无名
       *[other] { $name }
    }（{ COUNT($entries) } 项）
weights-say-which = 请在模型卡文件中指明，例如：options: { "{" }part: { $part }{ "}" }
weights-asks-for = 它要求 { JOIN($names, with: "、") }
weights-more-than-tensors = 它不只含有张量
weights-no-tensors =
    文件中没有网络的张量；其内容：{ $seen ->
        [no-value] 无
       *[other] { $seen }
    }{ $more ->
        [yes] 、...
       *[no] { "" }
    }
weights-odd-tensor = 张量 { $name } { $odd }
weights-tensor-nested = 是嵌套的
weights-tensor-meta = 不含数值（位于设备 meta 上）
weights-tensor-quantised = 是量化的
weights-tensor-sparse = 是稀疏的
weights-tensor-type = 含有 { $type } 数值
weights-tensor-claims = 声称有 { COUNT($count) } 个数值，多于文件所含
weights-state-dict-step = 若您信任该文件，请加载它并只保存张量：torch.save(model.state_dict(), 'weights.pth')
weights-export-or-module = 请把整个网络导出为 ONNX（--backbone onnx:FILE），或写 --backbone module:spec。
weights-kind =
    { $kind ->
        [jpeg] JPEG 图像
        [png] PNG 图像
        [gif] GIF 图像
        [riff] WebP 图像或其他 RIFF 文件
        [pdf] PDF 文档
        [gzip] gzip 归档（请先解压）
        [seven-zip] 7-Zip 归档（请先解压）
        [rar] RAR 归档（请先解压）
        [hdf] HDF5 文件（Keras；请先转换为 safetensors）
        [numpy] NumPy 数组（请按名称保存网络的张量）
        [gguf] GGUF 文件（llama.cpp）
        [lfs] Git LFS 指针（权重本身没有下载）
        [tensorflow-list] TensorFlow 检查点的列表（请转换为 safetensors）
        [tensorflow-part] TensorFlow 检查点的一部分
        [tensorflow] TensorFlow 计算图
        [tensorflow-lite] TensorFlow Lite 计算图
        [caffe] Caffe 网络
        [core-ml] Core ML 网络
       *[tensorrt] TensorRT 引擎（用于某一种 GPU）
    }
weights-archive-sample =
    { $names ->
        [no-value]
            { $others ->
                [0] 无
               *[other] { COUNT($others) } 个文件
            }
       *[other]
            { JOIN($names, with: "、") }{ $others ->
                [0] { "" }
               *[other] { " " }和另外 { COUNT($others) } 个文件
            }
    }
weights-misfit = 权重与 { $expected } 不符：它需要 { COUNT($total) } 个张量，文件给出 { COUNT($matched) } 个{ "\u000A" }{ $table }
weights-another-family = 该文件属于另一族：{ $family }
weights-another-architecture = 该文件属于另一种架构。{ $advice }
weights-no-place = 没有位置的张量可能改变向量。若它只属于训练，请在模型卡文件中写 options: { "{" }ignore: { $first }{ "}" }；options: { "{" }head: { $root }{ $first }{ "}" } 把线性层或批归一化作为网络的末端。
weights-other-sizes =
    名称与{ $expected ->
        [no-value] 该网络
       *[other] { " " }{ $expected }
    } 相同，大小却不同：是同一架构的另一宽度、深度或输入尺寸。
weights-nothing-loaded = 只加载一半的网络给出的向量没有意义，因此什么也没有加载。请使用含有整个网络的文件。
weights-head-order = 请按次序写出其各层：options: { "{" }head: linear bn{ "}" }。{ $export }
weights-head-between = 头部 { $head } 有 { COUNT($layers) } 层：其间的内容无从得知
weights-head-numbered = 头部 { $head } 的层为 { JOIN($layers, with: "、") }：其间的内容（如激活函数）无从得知
weights-head-neither = 头部 { $head } 既不是线性层，也不是批归一化
weights-graph-differs = 导出的计算图相差 { $difference }
weights-cuda-graph-differs = CUDA 图相差 { $difference }
weights-not-weights =
    这不是 PyTorch 或 safetensors 文件{ $text ->
        [yes] ；它是文本
       *[no] { "" }
    }
weights-is-archive = 这是 { $what }
weights-archive-npz = NumPy 数组文件（.npz）
weights-archive-keras = Keras 网络
weights-archive-zip = ZIP 归档，不含 PyTorch 权重（其中有 { $names }）
weights-other-normalisation = 这些权重训练时的归一化与 { $card } 不同：文件为 mean { $mean }、std { $std }；模型卡为 mean { $card_mean }、std { $card_std }
weights-state-normalisation = 请在模型卡文件中写明该文件的 mean 和 std。
weights-option-takes = { $card } 的 { $option } 取 { LIST($values, word: "or") }，而不是 { $given }
weights-use-onnx =
    请使用 --backbone onnx:{ $file }{ $named ->
        [yes] { "" }
       *[no] ；若由模型卡指定，请以 .onnx 为扩展名
    }
weights-state-size = 请在模型卡文件中写明：input_size: { LIST($sizes, word: "or") }
weights-camera-option = { $card }：选项 camera 为 mean 或 0 至 { PLAIN($last) } 的编号，而不是 { $given }
weights-goes-on =
    文件在网络之后还有内容：{ $shown }{ $more ->
        [0] { "" }
       *[other] ，另有 { COUNT($more) } 个
    }；{ $expected } 没有这样的头部，缺少它就只使用了网络的一部分
weights-head-card = 请写模型卡文件：backbone: { $expected }，weights: { $file }；使用头部（线性层、批归一化或两者）写 options: { "{" }head: { $heads }{ "}" }，有意略去则写 options: { "{" }head: { $ignore }{ "}" }。由其他层组成的头部用 ONNX 运行：--backbone onnx:FILE。
weights-module-gives = 网络对 2 幅图像给出 { $form }，而不是张量 (2, d)
weights-no-names = 文件中没有按名称存放的张量：其内容的类型是 { $type }
weights-would-run-code = 打开该文件会执行其中的代码（{ $why }）
weights-expected-state-dict = 应为 state dict，可直接存放，或在 state_dict、model 等名称之下。
weights-of-training = 这是训练的进度，供 --resume 使用。网络另有文件：训练完成后用 --backbone FOLDER/card.yaml。
weights-save-float32 = 请把权重存为普通的 float32：torch.save(model.float().state_dict(), ...)。
weights-safetensors-damaged = safetensors 文件不完整或已损坏（{ $detail }）
weights-not-finite = 权重不全是有限值：{ $name } 含有 NaN 或无穷大
weights-take-earlier = 训练已发散，或文件已损坏；请使用更早的文件。
weights-no-such-device-here = 本机或这一 PyTorch 版本没有设备 { $device }
weights-use-device = 请使用 auto 或 { $device }。
weights-no-device = 没有设备 { $device }
weights-use-devices = 请使用 auto、cpu、cuda、cuda:1 或 mps。
weights-no-head = 文件中没有头部 { $name }
weights-head-width = 头部 { $head } 接受 { PLAIN($taken) } 个值，而其前面有 { PLAIN($width) } 个
weights-engine-on-cpu = 引擎 { $engine } 在此只在 CPU 上运行，不在 { $device } 上运行
weights-engine-torch = 请使用 --engine torch。
weights-onnxruntime-float32 = ONNX Runtime 在 CPU 上以 float32 计算
weights-bfloat16-engine = bfloat16 请使用 --engine torch 或 --engine openvino。
weights-graph-shape = 导出的计算图输出的形状为 { $shape }，而不是 { $wanted }
weights-cannot-be-run = { $name } 无法由 { $engine } 运行：{ $detail }
weights-no-openvino = 未安装 OpenVINO
weights-unpacked = 这是解压后的权重文件：PyTorch 的文件是归档
weights-take-packed = 请使用下载所得的 .pth 文件，不要解压
weights-is-folder = 这是文件夹，不是权重文件
weights-not-there = 没有这个权重文件
weights-empty = 权重文件为空
weights-safetensors-header = 名称是 safetensors 文件，但文件头已损坏或不存在
weights-checksum = 权重文件已损坏：{ $member } 的校验和不符
weights-torchscript = 这是 TorchScript 程序：打开它会执行文件中的代码
weights-load-where-trusted = 请在您信任它的环境中加载，然后 torch.save(model.state_dict(), 'weights.pth')。
weights-cannot-be-read = 无法读取：{ $detail }
weights-cut-short = 权重文件不完整或已损坏
weights-needed = { $name } 需要权重文件
weights-name-it = 请指定：--backbone { $name }=FILE。获取途径：probe backbones { $architecture }
weights-not-the-file = 这不是 { $name } 的文件：其 sha256 为 { $digest }，而不是 { $wanted }
weights-use-own = 自己的权重请使用 --backbone { $architecture }={ $file }。
weights-of-another-library = 这是 { $what }，不是 PyTorch 的权重文件
weights-export-onnx = 请在原环境中把网络导出为 ONNX，并使用 --backbone onnx:FILE。
weights-tar-archive = 这是 tar 归档（其中有 { $names }）
weights-one-part = 这是分存于多个文件的权重之一
weights-save-into-one = 请在其来源环境中加载，并把全部张量存为一个 .safetensors 文件
weights-pickle = 这是 Python 的 pickle，不是 PyTorch 的文件；打开它可能执行代码
weights-save-tensors = 若您信任它，请在原环境中加载，并只保存张量：torch.save({ "{" }name: torch.as_tensor(array), ...{ "}" }, 'weights.pth')。
weights-openvino-graph = 这是 OpenVINO 的计算图，此处不运行
weights-take-onnx = 请使用它所来自的 ONNX 文件：--backbone onnx:FILE
weights-web-page = 这是网页，不是权重文件：下载出了错
weights-open-link = 请在浏览器中打开该链接；文件托管网站常会先询问。
weights-onnx-graph = 这是 ONNX 计算图，自带网络
weights-oldest = 该文件由 0.1.10 之前的 PyTorch 写成，读取它可能执行其中的代码
weights-oldest-step = 若您信任它：torch.save(torch.load(FILE, weights_only=False), 'weights.pth')。
weights-is-other = 这是 { $what }，不是权重文件
weights-patches = 这些权重有 { PLAIN($positions) } 个图块位置，在 { PLAIN($height) }x{ PLAIN($width) } 下没有常用步幅与之相符：它们是以另一尺寸训练的
weights-camera-embedding = 这些权重会加上摄像头（或视角）的嵌入，共有训练所用的 { COUNT($cameras) } 个；其他摄像头的图像没有嵌入
weights-camera-mean = 以其均值代替请用 --backbone { $name }_mean_camera={ $file }；已发表的数值对此不成立。若按某一训练摄像头处理，请写模型卡文件：options: { "{" }camera: 0{ "}" }
weights-no-camera-embedding = { $card } 用于含摄像头嵌入的权重；这些权重没有
weights-use-backbone = 请使用 --backbone { $name }={ $file }
weights-four-numbers = 选项 { $option } 是 { $value }，不是 1-2-2-2 这样的四个数
weights-no-positive = 选项 { $option } 是 { $value }，不是正数
weights-no-timm = 无法导入 timm 包（{ $error }）
weights-folder-has-no = 该文件夹中没有 { $file }
weights-name-training = 请指定权重文件，或已结束的 `probe train` 的 --out；中断的可用 --resume 继续。
weights-wrap-module = 请包装其 forward 对每幅图像只给出一个向量的模块

## ---- 命令行 -------------------------------------------------------------------------------------

cli-written = 已写入 { $file }
cli-advise-site = 现场：{ $site }
cli-advise-model = { $model }：{ $answer }
cli-advise-required =
    要求：{ $answer ->
        [use] { site-word-use }
       *[promising] { site-word-promising }
    }；{ $count ->
        [0] 已满足
       *[other] { LIST($models) } 未满足
    }
cli-advise-rests-on = 其依据
cli-backbones-digest =
    sha256 { $digest }{ $checked ->
        [yes] { "" }
       *[no] （没有已知的校验和；只检查了这是完整的权重文件）
    }
cli-backbones-unchecked = 没有已知的权重校验和：下载内容只在是完整的权重文件时才保留
cli-backbones-licence = 许可证 { $licence }
cli-backbones-use = 使用：--backbone { $name }
cli-backbones-weights =
    { $needed ->
        [yes] 需要权重
       *[no] 可直接使用
    }
cli-backbones-next = probe backbones NAME 显示一张模型卡；--backbone NAME=FILE 使用自己的权重
cli-backbones-fetch = probe backbones { $name } --fetch，然后 --backbone { $name }
cli-backbones-file = --backbone { $name }=FILE
cli-backbones-card = --backbone { $file }
cli-cache-folder = 缓存
cli-cache-empty = 该文件夹中没有 probe 保留的内容
cli-cache-missing = 尚无该文件夹：没有保留任何内容。首次使用它的运行会创建它
cli-cache-emptied = 已删除 { $folder } 中的 { COUNT($files) } 个文件
cli-cache-left = 保留
cli-cache-vectors = { COUNT($count) } 个向量
cli-cache-size = { DECIMAL($megabytes) } MB
cli-compare-same = 两者是同一次运行：不可能有差异
cli-compare-one = 只有一个主干网络：没有可比较的对象
cli-compare-pair =
    { $protocol }{ $mask ->
        [no-value] { "" }
       *[other] ，掩膜 { $mask }
    }：{ $second } 减 { $first }，相同的人，相同的图像
cli-compare-figure =
    { $name ->
        [auc] AUC
        [dprime] d′
        [retention] 保留率
       *[fnmr] 相同错误匹配率下的漏匹配（FNMR）
    }
cli-compare-better = { $model } 更能区分人
cli-compare-answer =
    { $answer ->
        [mixed] 两者有差异，但各项指标并非都支持同一个模型
        [undecided] 哪个模型更能区分人，未能判定
       *[alike] 未显示两者区分人的能力有差异
    }
cli-compare-line = { $name }：{ $text }
cli-compare-none-differs = { $figure }：经 Holm 校正后，没有单个条件有差异
cli-compare-undecided = 未能判定：{ $reason }
cli-compare-alike = 所有条件合计未显示差异（{ $numbers }）
cli-compare-higher = { $model } 在所有条件合计上更高（{ $numbers }）
cli-compare-numbers = { SIGNED($difference, places: 3) }，95% 置信区间 { SIGNED($low, places: 3) } 至 { SIGNED($high, places: 3) }
cli-doctor-card = 按指明该文件的 { $file } 运行
cli-doctor-family = 族
cli-doctor-fault = { $package }：{ $fault }
cli-doctor-import = `import { $module }` 失败：{ $said }
cli-doctor-installed =
    { $extra ->
        [none] 基本安装
       *[other] 附加组件 { $extra }
    }{ $there ->
        [no-value] { "" }
       *[other] ：{ JOIN($there, with: "、") }
    }{ $absent ->
        [no-value] { "" }
       *[other] （未安装：{ JOIN($absent, with: "、") }）
    }
cli-doctor-usable =
    { $usable ->
        [yes] 已安装的一切都可使用
       *[no] 请重新安装以上软件包；`pip install` 会指出不相容之处
    }
cli-doctor-verdict =
    { $healthy ->
        [yes] 没有可疑之处（小的差异，例如以 0.5 代替 ImageNet 的均值和标准差，可能察觉不到）
       *[no] 运行之前请查看以上各行
    }
cli-doctor-version = probe 需要 { $wanted }
cli-evaluate-backbone = 主干网络
cli-evaluate-distance = 距离
cli-evaluate-compare =
    { $distance ->
        [cosine] 向量以余弦相似度比较。torchreid 默认使用未归一化向量的欧氏距离：其数字应与 --distance euclidean 的数字比较。
       *[euclidean] 向量不作归一化，以欧氏距离比较，这是 torchreid 的默认方式。以余弦相似度（--distance cosine）所得的数字与此不同。
    }
cli-evaluate-rank = R{ PLAIN($rank) }
cli-evaluate-data = { $name }：{ COUNT($queries) } 个查询，{ COUNT($gallery) } 幅图库图像，规则 { $rule }，适配 { $fit }
cli-generate-joints =
    附注：各姿态的 { COUNT($joints) } 个关节中缺失 { COUNT($missing) } 个{ $poseless ->
        [0] { "" }
       *[other] ；有 { COUNT($poseless) } 个姿态没有任何关节
    }
cli-generate-people = 与 { COUNT($people) } 人的真实图像比较
cli-styles-counts = 由 { COUNT($sources) } 幅图像得到 { COUNT($pictures) } 幅风格图像，采用 { COUNT($cameras) } 个摄像头的风格
cli-styles-run = { COUNT($people) } 人，{ COUNT($styles) } 种风格
cli-styles-next = probe train RECIPE --data FORM=DIR --target { $data } --styled { $folder }
cli-styles-figure =
    { $name ->
        [source] 源图像
        [other] 其他人
        [nearer] 更接近
       *[small] 仅尺寸
    }
cli-images-condition =
    { COUNT($people) } 人的 { COUNT($pictures) } 幅图像{ $strangers ->
        [0] { "" }
       *[other] ，陌生人的 { COUNT($strangers) } 幅
    }{ $standard ->
        [yes] ，标准
       *[no] { "" }
    }
cli-images-glyphs = 附注：本机没有字体能显示 { $characters }：它们在图表上显示为方框；请安装能显示它们的字体，例如 Noto Sans CJK
cli-images-failure = 不可用：{ $picture }：{ $reason }
cli-images-more-failures = ……另有 { COUNT($more) } 幅图像不可用
cli-init-field = { $field } { COUNT($count) } 个值
cli-init-fit = { COUNT($files) } 幅图像中有 { COUNT($matched) } 幅符合：{ JOIN($fields, with: "，") }
cli-init-reading = { COUNT($number) }：{ $pattern }
cli-init-reading-example = { $example }：{ JOIN($shown, with: "，") }
cli-init-reading-field = { $field } = { $value }
cli-init-which = 选择哪一个？1 至 { COUNT($most) }：
cli-init-unread = 另有 { COUNT($count) } 个文件是无法读取的图像，第一个是 { $first }
cli-init-written = 已写入 { $file }；请检查，然后：probe validate { $file } --photos { $photos }
cli-next = 下一步
cli-plan-protocol = { $title }：{ COUNT($conditions) } 个条件，每个 { COUNT($takes) } 次拍摄
cli-plan-subjects = 受试者
cli-plan-everywhere = 在每个条件下
cli-plan-strangers = 其他陌生人
cli-plan-standard = 仅在标准条件下
cli-plan-pictures = 图像
cli-plan-made = { COUNT($conditions) } 个条件中只需拍摄 { COUNT($taken) } 个，其余条件的图像由同一批图像经变换得到
cli-plan-then = 则 { PLAIN($fnmr) } 左右的 FNMR，其 95% 置信区间宽 { DECIMAL($width, places: 3) }（要求：{ PLAIN($asked) }），且 FMR { PLAIN($fmr) } 可以分辨（为此 { COUNT($people) } 人即可）
cli-plan-comparisons = 比较次数
cli-plan-each = 每个模型
cli-plan-workload = 比较时，每个模型用一个核心约需 { $duration }，除其网络外占内存 { COUNT($memory) }{ "\u00A0" }MB、磁盘 { COUNT($disk) }{ "\u00A0" }MB（按其他机器上的测量估计）
cli-plan-rendering = 以渲染代替拍摄：{ COUNT($pictures) } 张图像，用本机 { COUNT($cores) } 个核心约需 { $duration }，占磁盘 { COUNT($megabytes) }{ "\u00A0" }MB
cli-plan-across =
    按任意两幅图像都比对计算；限于不同{ $place ->
        [camera] 摄像头
        [day] 日期
       *[other] { $place }
    }时，陌生人的比对较少，需要更多的人
cli-report-table = 表格
cli-run-no-threshold =
    { $model }{ $mask ->
        [no-value] { "" }
       *[other] （掩膜 { $mask }）
    }：{ $reason }
cli-run-next-rate = 这些陌生人所能分辨的最低比率：--fmr { $option }
cli-run-next-report = probe report { $folder }
cli-run-verdict = { $model }：{ $sentence }
cli-run-site = { $model }，在该现场：{ $sentence }
cli-run-folder = 运行
cli-scenes-pictures = { COUNT($count) } 幅图像
cli-crop-summary = { COUNT($frames) } 帧，{ COUNT($tracks) } 条轨迹中检出 { COUNT($boxes) } 人次，{ COUNT($crops) } 幅裁剪图
cli-crop-left-out =
    { COUNT($count) } 个没有裁剪图：{ $reason ->
        [blurred] 过于模糊
        [one-colour] 只有一种颜色
       *[small] 过小
    }
cli-crop-no-protocol = 不提出方案：有六幅或更多裁剪图的轨迹不到两条
cli-crop-next =
    下一步：probe run { $protocol } --photos { $photos }{ $masks ->
        [no-value] { "" }
       *[other] { "" } --mask files={ $masks }
    }
cli-match-summary = { COUNT($cameras) } 个摄像头中的 { COUNT($walks) } 段行走
cli-match-model =
    { $model }：{ $matched ->
        [no-value] 已排名，没有已知的阈值（见 --run）
       *[other] { COUNT($queries) } 段行走中有 { COUNT($matched) } 段，有另一段高于错误匹配率 { RATE($fmr) } 的阈值{ $low ->
            [no-value] { "" }
           *[other] （在其他人中为 { SHARE($low) } 至 { SHARE($high) }）
        }
    }
cli-scenes-summary = { COUNT($people) } 人，{ COUNT($cameras) } 个摄像头；{ COUNT($kept) } 个此前已有
cli-stopped =
    已停止；{ $resumable ->
        [yes] 加上 --resume 再次执行同一命令即可继续
       *[no] 再次执行同一命令即可继续
    }
cli-disk-full =
    请腾出磁盘空间，{ $resumable ->
        [yes] 然后加上 --resume 再次执行同一命令：已完成的部分会保留
       *[no] 然后再次执行同一命令
    }
cli-train-next = probe train NAME 训练其中一个；自己的配方是其文件（--json 给出位置）的副本
cli-train-weights = 权重
cli-train-log = 日志
cli-train-log-file = { $file }（TensorBoard：--logdir { $folder }）
cli-train-run = probe run orientation --backbone { $card }
cli-train-generate = probe generate { $folder } --data FORM=DIR --out DIR
cli-train-crop = probe crop FRAMES --out DIR --detector { $detector }={ $folder }
cli-train-tables = 表格 { JOIN($files, with: "、") }
cli-validate-sound = 有效：{ COUNT($conditions) } 个条件，标准“{ $standard }”
cli-validate-scenes = { COUNT($people) } 人，{ COUNT($scenes) } 个场景
cli-validate-photos =
    { COUNT($people) } 人的 { COUNT($pictures) } 幅照片{ $failures ->
        [0] { "" }
       *[other] ，{ COUNT($failures) } 幅不可用
    }{ $unmatched ->
        [0] { "" }
       *[other] ，{ COUNT($unmatched) } 幅不符合任何模式
    }
cli-validate-reason =
    { COUNT($count) } 幅不可用：{ $reason }：{ $first }{ $more ->
        [0] { "" }
       *[other] { "" } 及另外 { COUNT($more) } 幅
    }
cli-validate-unmatched =
    { COUNT($count) } 幅不符合任何模式：{ $first }{ $more ->
        [0] { "" }
       *[other] { "" } 及另外 { COUNT($more) } 幅（--verbose 全部列出）
    }
cli-validate-note = 附注：{ $note }
cli-verify-differs = 有差异：{ $problem }
cli-verify-foreign = 该文件夹中有 { COUNT($count) } 个文件不属于该运行，未予查看；第一个是 { $first }
cli-verify-different = { $folder }：{ COUNT($count) } 处差异
cli-verify-agrees = { $table }：{ COUNT($columns) } 列中的 { COUNT($figures) } 个数字至少有 { COUNT($digits) } 位一致（最少：{ $fewest }）
cli-verify-column = { $table }：{ $column }：{ PLAIN($figures) } 个中有 { PLAIN($count) } 个不同，差异最大的在第 { PLAIN($row) } 行：存为 { $stored }，算得 { $computed }
cli-verify-left-out = 这套另外的代码没有计算的：{ $what }（{ LIST($columns) }）
cli-verify-left-step = 另外的代码没有计算的部分，不带 --independent 的 `probe verify` 会用运行时的同一套代码重新计算
cli-verify-independent = { $folder }：用另外的代码重新计算了 { COUNT($figures) } 个数字：全部一致，至少 { COUNT($digits) } 位
cli-verify-same = { $folder }：{ COUNT($files) } 个文件未改动，由已存的向量重新计算了 { COUNT($figures) } 个数字：全部相同

## ---- 对象存储中的文件夹 -------------------------------------------------------------------------

progress-store = 正在获取 { $address }
progress-store-listed =
    { $address }：{ COUNT($files) } 个文件，{ DECIMAL($megabytes) } MB；{ $missing ->
        [0] 本机已全部具备
       *[other] 将获取其中 { COUNT($missing) } 个，{ DECIMAL($missing_megabytes) } MB
    }
stores-schemes = 请写 s3://BUCKET/FOLDER 或 gs://BUCKET/FOLDER，或指定本机的文件夹
stores-unknown-scheme = 不能从 { $scheme } 读取
stores-no-bucket = 这不是对象存储中文件夹的地址
stores-name-folder =
    请指定它所在的文件夹；视频、权重或表格请先复制到本机（`aws s3 cp`、`gcloud storage cp`），再指定其所在位置
stores-secret = 可能含有密码或签名的地址不予读取
stores-secret-step = 请只写存储桶和文件夹：凭据取自环境变量和标准文件
stores-not-installed = { $scheme } 需要的软件包无法导入（{ $detail }）
stores-nothing-there = 此地址下没有文件
stores-nothing-there-step = 请检查拼写：对象存储中没有文件的文件夹并不存在，并且区分大小写
stores-no-bucket-there = 没有这个存储桶
stores-no-bucket-step = 请检查拼写；s3:// 访问 AWS_ENDPOINT_URL 指定的服务器，未指定时访问 Amazon 的服务器
stores-gone = 此文件已不在对象存储中
stores-changed = { $name } 与列出文件夹时相比已是另一个文件
stores-changed-step = 请等到没有人再写入该文件夹，然后重新运行命令：已获取的内容会保留
stores-no-credentials = 没有找到此对象存储的凭据
stores-credentials-step =
    s3:// 的凭据取自 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY、AWS_PROFILE 或 ~/.aws；gs:// 的取自
    GOOGLE_APPLICATION_CREDENTIALS，或 `gcloud auth application-default login` 留下的内容
stores-not-allowed = 这些凭据无权读取此处（{ $detail }）
stores-not-reached = 无法读取对象存储（{ $detail }）
stores-not-reached-step =
    请检查网络；若 s3:// 不是 Amazon 的，也请检查 AWS_ENDPOINT_URL，然后重新运行命令：已获取的内容会保留
stores-name-unfit = { $name } 不能作为文件夹下的文件名
stores-names-collide = { $first } 与 { $second } 在某些机器上会是同一个名称
stores-rename = 请在对象存储中改名，或指定不含它的文件夹
stores-no-room = 需要获取 { DECIMAL($megabytes) } MB，而可用空间为 { DECIMAL($free) } MB
stores-no-room-step = 请用 PROBE_CACHE 指定更大磁盘上的缓存文件夹
