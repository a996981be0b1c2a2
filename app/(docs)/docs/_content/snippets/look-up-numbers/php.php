<?php
// Prints what is known of numbers, up to 100 in one request.

$curl = curl_init('http://localhost:3000/api/numbers');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'numbers' => ['48732129000', '+48 22 123 45 67'],
    ]),
]);
$found = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    fwrite(STDERR, ($found['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
foreach ($found['data'] as $each) {
    $sendable = $each['sendable'] ? 'true' : 'false';
    echo "{$each['input']} {$sendable} {$each['type']} {$each['country']}\n";
}
