// Sends one SMS exactly once, however often the network fails in between.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"time"
)

type message struct {
	From string `json:"from"`
	To   string `json:"to"`
	Body string `json:"body"`
}

type answer struct {
	MessageID string `json:"message_id"`
	Status    any    `json:"status"`
	Detail    string `json:"detail"` // 401, 402 and 422 say here what to correct.
}

func sendOnce(m message) (answer, error) {
	// One key for all attempts. Store it with the order, so that it survives a crash.
	key := uuid4()
	for attempt := 0; ; attempt++ {
		status, result, wait, err := post(m, key)
		if status == 200 && err == nil {
			return result, nil
		}
		// No response: it's unknown whether the message was sent.
		isWorthRetrying := err != nil || status == 409 || status == 429 || status >= 500
		if !isWorthRetrying {
			return result, errors.New(result.Detail)
		}
		if attempt == 5 {
			return result, errors.New("The server cannot be reached.")
		}
		if wait == 0 {
			wait = 1 << attempt
		}
		time.Sleep(time.Duration(wait) * time.Second)
	}
}

func post(m message, key string) (status int, result answer, wait int, err error) {
	body, err := json.Marshal(m)
	if err != nil {
		return 0, result, 0, err
	}
	request, err := http.NewRequest("POST", "http://localhost:3000/api/sms", bytes.NewReader(body))
	if err != nil {
		return 0, result, 0, err
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", key)
	client := http.Client{Timeout: 10 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		return 0, result, 0, err
	}
	defer response.Body.Close()
	wait, _ = strconv.Atoi(response.Header.Get("Retry-After"))
	err = json.NewDecoder(response.Body).Decode(&result)
	return response.StatusCode, result, wait, err
}

func uuid4() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func main() {
	result, err := sendOnce(message{
		From: "YourBrand",
		To:   "48732129000",
		Body: "Your parcel is on its way.",
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(result.MessageID, result.Status)
}
