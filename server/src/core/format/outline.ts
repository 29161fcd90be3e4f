/** How preambles name the parts of a report (`section-count`); matched without space, half-width. */

/** Wordings that hold a separator themselves and are one part: 行政复议、行政诉讼 must not be cut at its 、. */
export const joinedNames: readonly RegExp[] = [
  /(?:因)?(?:政府信息公开)?(?:工作)?(?:被)?(?:申请|提起)?(?:行政)?复议(?:的?情况)?(?:[、,和及与]|以及)+(?:被)?(?:提起)?(?:行政)?诉讼(?:(?:[、,和及与]|以及)+申诉)?(?:的)?(?:情况)?/g,
  /(?:政府信息公开)?(?:工作)?存在的?(?:主要)?(?:困难和|困难及)?问题(?:[、和及与,]|以及)*(?:下一步|今后)?(?:的)?(?:改进|整改|解决)?(?:的)?(?:情况|措施|办法|打算|建议|意见|方向|工作)?/g,
  /收到(?:[、和及与]|以及)(?:处理|办理)(?:政府)?信息公开申请(?:的)?(?:情况)?/g,
  /(?:其他|其它)(?:应当|应|需要|需)(?:报告|说明)的?(?:有关)?事项/g,
];

/** One part that reads like two: 行政复议情况、提起行政诉讼情况. Either count is right. */
export const doubledNames = /复议的?情况(?:[、,和及与]|以及)+(?:被)?(?:提起)?(?:行政)?诉讼/;

/** What the name of a part ends with; a list with other words in it is not counted. */
export const partEnds = /(?:情况|事项|概述|概况|附件|附表|图表|说明|公开|管理|建设|保障|措施|打算|工作|问题|附录|统计表|解读|回应|计划|培训|监督|组织|领导|改进|建议|概览|总结|思路|方向|重点|亮点|成效|做法|考核|责任追究)$/;
